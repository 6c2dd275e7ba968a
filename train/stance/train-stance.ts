import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import type { Attribution } from '../../src/article/layers.ts';
import { LinearModel } from '../../src/linear/model.ts';
import { trainAttributions } from './attributions.ts';
import type { GoldArticle } from './gold.ts';
import { trainMarkers } from './markers.ts';
import { trainVoices } from './voices.ts';

/** Into how many parts the articles are cut, so that each is read by an attribution model that has not seen it. */
const PARTS = 4;

/** What the models learn from. */
export interface Teaching {
  /** Op-eds with markers, attributions and voices. */
  readonly articles: readonly GoldArticle[];
  /** Op-eds with voices only. */
  readonly voiced: readonly GoldArticle[];
  /** Texts of any genre with attributions only. */
  readonly others: readonly GoldArticle[];
}

/** The models of the stance stages, as bytes. */
export async function trainStance({ articles, voiced, others }: Teaching) {
  const attributions = trainAttributions(articles, others);
  const unseen: (readonly Attribution[])[] = [];
  for (let part = 0; part < PARTS; part++) {
    const find = finder(
      trainAttributions(
        articles.filter((_, i) => i % PARTS !== part),
        others,
      ),
    );
    for (let i = part; i < articles.length; i += PARTS) unseen[i] = await find(articles[i]!);
  }
  const find = finder(attributions);
  const ofVoiced = await Promise.all(voiced.map(find));
  return {
    attributions,
    voices: trainVoices([...articles, ...voiced], [...unseen, ...ofVoiced]),
    markers: trainMarkers(articles, unseen),
  };
}

function finder(model: Uint8Array): (one: GoldArticle) => Promise<readonly Attribution[]> {
  const stage = findAttributions({ model: new LinearModel(model), genre: 'op-ed' });
  return async ({ article }) => (await stage.run({ ...article, entities: [] }, () => {})).attributions;
}
