import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { LinearModel } from '../../src/linear/model.ts';
import { trainAttributions } from './attributions.ts';
import type { GoldArticle } from './gold.ts';
import { trainMarkers } from './markers.ts';
import { type Reported, trainVoices } from './voices.ts';

/** Into how many parts the articles are cut, so that each is read by an attribution model that has not seen it. */
const PARTS = 4;

/** What the models learn from. */
export interface Teaching {
  /** Op-eds with attributions and voices, most with markers too. */
  readonly articles: readonly GoldArticle[];
  /** Op-eds with voices only. */
  readonly voiced: readonly GoldArticle[];
  /** Texts of any genre with attributions only. */
  readonly others: readonly GoldArticle[];
  /** Plain sentences of our own, with attributions only and with markers only. */
  readonly reports: readonly GoldArticle[];
  readonly plain: readonly GoldArticle[];
}

/** The models of the stance stages, as bytes. */
export async function trainStance({ articles, voiced, others, reports, plain }: Teaching) {
  const attributions = trainAttributions([...articles, ...reports], others);
  const unseen: Reported[] = [];
  for (let part = 0; part < PARTS; part++) {
    const find = finder(trainAttributions([...articles.filter((_, i) => i % PARTS !== part), ...reports], others));
    for (let i = part; i < articles.length; i += PARTS) unseen[i] = await find(articles[i]!);
  }
  const marked = articles.filter(({ gold }) => gold.markers.length > 0);
  const find = finder(attributions);
  const ofPlain = await Promise.all(plain.map(find));
  const ofVoiced = await Promise.all(voiced.map(find));
  return {
    attributions,
    voices: trainVoices([...articles, ...voiced], [...unseen, ...ofVoiced]),
    markers: trainMarkers(
      [...marked, ...plain],
      [...marked.map((one) => unseen[articles.indexOf(one)]!), ...ofPlain].map(({ attributions }) => attributions),
    ),
  };
}

function finder(model: Uint8Array): (one: GoldArticle) => Promise<Reported> {
  const stage = findAttributions({ model: new LinearModel(model), genre: 'op-ed' });
  return async ({ article }) => stage.run({ ...article, entities: [] }, () => {});
}
