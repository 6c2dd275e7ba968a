import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { markStance } from '../../src/3-annotate/mark-stance/mark-stance.ts';
import { takeVoices } from '../../src/3-annotate/take-voices/take-voices.ts';
import type { Attribution, Marker, SentenceVoice } from '../../src/article/layers.ts';
import { LinearModel } from '../../src/linear/model.ts';
import type { Gold, GoldArticle } from './gold.ts';
import { jaccard, match, overlap, type Tallies, tallyOf } from './score.ts';
import { type Teaching, trainStance } from './train-stance.ts';
import { closest } from './voices.ts';

/** What the stance stages make of one article. */
export interface Stance {
  readonly attributions: readonly Attribution[];
  readonly voices: readonly SentenceVoice[];
  readonly markers: readonly Marker[];
}

/** Trains on the rest of `teaching` and all folds of `articles` but one, and scores on that one, article by article; returns a line a layer. */
export async function crossValidate(
  articles: readonly GoldArticle[],
  teaching: Teaching,
  folds: number,
): Promise<string> {
  const tallies: Tallies = new Map();
  for (let fold = 0; fold < folds; fold++) {
    const rest = articles.filter((_, i) => i % folds !== fold);
    const run = await stanceOf({ ...teaching, articles: [...rest, ...teaching.articles] });
    for (const one of articles.filter((_, i) => i % folds === fold)) score(one, await run(one), tallies);
  }
  return [...tallies].map(([name, tally]) => `${name.padEnd(24)} ${tally}`).join('\n');
}

/** The stages with models that learn from this. */
export async function stanceOf(teaching: Teaching): Promise<(one: GoldArticle) => Promise<Stance>> {
  const { attributions, voices, markers } = await trainStance(teaching);
  const attribute = findAttributions({ model: new LinearModel(attributions), genre: 'op-ed' });
  const voice = takeVoices(new LinearModel(voices));
  const mark = markStance(new LinearModel(markers));
  const report = () => {};
  return async ({ article }) => {
    const { attributions, reports } = await attribute.run({ ...article, entities: [] }, report);
    const { voices } = await voice.run({ ...article, attributions, reports }, report);
    const { markers } = await mark.run({ ...article, attributions, voices }, report);
    return { attributions, voices, markers };
  };
}

/** Adds one article's result to the tallies, by the rules of ../shared/tools/score.mjs. */
export function score({ gold, article }: GoldArticle, found: Stance, tallies: Tallies): void {
  const sameKind = (a: Gold['markers'][number], b: Marker) =>
    a.kind === b.kind && overlap(a, b) > 0 ? jaccard(a, b) : 0;
  match(gold.markers, found.markers, sameKind, ({ kind }) => ['markers/all', `markers/${kind}`], tallies);
  scoreAttributions(gold, found.attributions, tallies);
  for (const sentence of gold.sentences) {
    const index = closest(article.sentences, sentence);
    const other = found.voices[index]?.voice === 'other';
    const tally = tallyOf(tallies, 'voice/other');
    if (sentence.voice === 'other' && other) tally.right++;
    else if (sentence.voice === 'other') tally.missed++;
    else if (other) tally.wrong++;
  }
}

type GoldAttribution = Gold['attributions'][number];

function scoreAttributions(gold: Gold, found: readonly Attribution[], tallies: Tallies): void {
  const near = (a: GoldAttribution, b: Attribution) => {
    const close = jaccard(a.content, b.content);
    return close >= 0.5 ? close : 0;
  };
  match(gold.attributions, found, near, () => ['attributions/content'], tallies);
  const sourced = (a: GoldAttribution, b: Attribution) => (overlap(a.source!, b.source!) > 0 ? near(a, b) : 0);
  const withSource = <T extends { readonly source: unknown }>(list: readonly T[]) =>
    list.filter(({ source }) => source);
  match(withSource(gold.attributions), withSource(found), sourced, () => ['attributions/sourced'], tallies);
}
