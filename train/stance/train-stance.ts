import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import type { Attribution } from '../../src/article/layers.ts';
import { LinearModel } from '../../src/linear/model.ts';
import { trainAttributions } from './attributions.ts';
import type { GoldArticle } from './gold.ts';
import { trainMarkers } from './markers.ts';

/** Into how many parts the articles are cut, so that each is read by an attribution model that has not seen it. */
const PARTS = 4;

/** Both models of the stance stages, as bytes. */
export async function trainStance(
  articles: readonly GoldArticle[],
  others: readonly GoldArticle[],
): Promise<{ readonly attributions: Uint8Array; readonly markers: Uint8Array }> {
  const unseen: (readonly Attribution[])[] = [];
  for (let part = 0; part < PARTS; part++) {
    const rest = articles.filter((_, i) => i % PARTS !== part);
    const find = findAttributions({ model: new LinearModel(trainAttributions(rest, others)), genre: 'op-ed' });
    for (let i = part; i < articles.length; i += PARTS) {
      unseen[i] = (await find.run({ ...articles[i]!.article, entities: [] }, () => {})).attributions;
    }
  }
  return { attributions: trainAttributions(articles, others), markers: trainMarkers(articles, unseen) };
}
