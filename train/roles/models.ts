import { candidateFeatures } from '../../src/4-decide/find-issue/candidate-features.ts';
import type { Candidate } from '../../src/4-decide/find-issue/candidates.ts';
import { byExpectedOverlap, overlapOf } from '../../src/4-decide/find-issue/expect-overlap.ts';
import { vocabularyOf } from '../../src/4-decide/find-issue/vocabulary.ts';
import { wordFeatures } from '../../src/4-decide/find-issue/word-features.ts';
import { contentStems, wordsOf } from '../../src/4-decide/reading/issue-words.ts';
import { type Features, type Linear, logitOf } from '../../src/4-decide/reading/linear.ts';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import { type Chain, STANDS } from '../../src/4-decide/take-roles/chain.ts';
import { sentenceFeatures } from '../../src/4-decide/take-roles/sentence-features.ts';
import { standingFeatures } from '../../src/4-decide/take-roles/standing-features.ts';
import { leanFeatures } from '../../src/4-decide/weigh-lean/lean-features.ts';
import { type Weighed, withWords } from '../../src/4-decide/weigh-words/weigh-words.ts';
import type { LinearModel } from '../../src/linear/model.ts';
import { fitChain, type Sequence } from './fit-chain.ts';
import { fitLinear, type Row } from './fit-linear.ts';
import { fitRanker } from './fit-ranker.ts';
import type { GoldArticle } from './gold.ts';

export interface Ranked {
  readonly candidate: Candidate;
  readonly phrase: string;
  readonly features: Features;
  readonly fit: number;
}

/** The words of an article, and whether they stand in the gold's issue. */
export function wordRowsOf({ article, issue }: GoldArticle): Row[] {
  const wanted = contentStems(wordsOf(issue));
  return [...wordFeatures(readingOf(article, null, false))].map(([stem, features]) => ({
    features,
    target: wanted.has(stem) ? 1 : 0,
  }));
}

/** Two models: which words belong to the issue, and which phrase names it. */
export interface Finder {
  readonly words: Linear;
  readonly phrases: Linear;
}

/** How many models of words the articles are dealt out to, so that the phrases are ranked by words that lack the article. */
const SHARES = 4;

export function fitFinder(golds: readonly GoldArticle[]): Finder {
  const rows = golds.map(wordRowsOf);
  const fitWordsOf = (keep: (index: number) => boolean): Linear =>
    fitLinear(rows.filter((_, i) => keep(i)).flat(), { penalty: 1, least: 3, iterations: 60 });
  const lacking = Array.from({ length: SHARES }, (_, share) => fitWordsOf((i) => i % SHARES !== share));
  const phrases = fitRanker(
    golds.map((gold, i) => rankedOf(gold, lacking[i % SHARES]!)),
    { penalty: 5, iterations: 60, least: 3, softness: 0.1 },
  );
  return { words: fitWordsOf(() => true), phrases };
}

/** The candidates of an article with how well each names the gold's issue. */
export function rankedOf({ article, issue }: GoldArticle, words: Linear): Ranked[] {
  const reading = readingOf(article, null, false);
  const vocabulary = vocabularyOf(reading, words);
  return reading.sentences.flatMap((sentence) =>
    vocabulary.candidates[sentence.index]!.map((candidate) => {
      const phrase = article.text.slice(candidate.start, candidate.end);
      const features = candidateFeatures(candidate, sentence, vocabulary);
      return { candidate, phrase, features, fit: overlapOf(issue, phrase) };
    }),
  );
}

/** The phrase chosen among an article's candidates. */
export const bestOf = (ranker: Linear, ranked: readonly Ranked[]): Ranked | null =>
  byExpectedOverlap(ranked.map((one) => ({ ...one, score: logitOf(ranker, one.features) })))[0] ?? null;

const LEAN_FIT = { penalty: 5, least: 5 };

/** An article as the lean is learnt from it. */
export interface LeanRow extends Row {
  readonly source: GoldArticle['source'];
}

/** Toward the core of the phrase: the phrase's own direction is taken out, and put back when the model is used. */
export const givenLeanRow = (gold: GoldArticle, words: LinearModel): LeanRow =>
  leanRow(gold, withWords(readingOf(gold.article, gold.issue, true), words));

export const foundLeanRow = (gold: GoldArticle, found: string | null, words: LinearModel): LeanRow =>
  leanRow(gold, withWords(readingOf(gold.article, found, false), words));

function leanRow({ lean, source }: GoldArticle, reading: Weighed): LeanRow {
  const pro = lean === 'pro' ? 1 : lean === 'con' ? 0 : 0.5;
  return { features: leanFeatures(reading), target: reading.issue.sign < 0 ? 1 - pro : pro, source };
}

/** Both leans count the same within each source that has both, or its manner of writing would tell the lean. */
export function fitLean(rows: readonly LeanRow[]): Linear {
  const sided = rows.filter(({ target }) => target !== 0.5);
  const counts = new Map<string, number>();
  for (const { source, target } of sided)
    for (const key of [source, source + target]) counts.set(key, (counts.get(key) ?? 0) + 1);
  const weighed = sided.map((row) => ({
    ...row,
    weight: counts.get(row.source)! / (2 * counts.get(row.source + row.target)!),
  }));
  return fitLinear(weighed, LEAN_FIT);
}

/** Log-odds that the author speaks for the core of the issue phrase. */
export const oddsOf = (model: Linear, { features }: Row): number => logitOf(model, features);

/** The model with slope and offset put in, so that its log-odds are calibrated. */
export const calibrated = ({ bias, weights }: Linear, [slope, offset]: readonly [number, number]): Linear => ({
  bias: slope * bias + offset,
  weights: new Map([...weights].map(([name, weight]) => [name, slope * weight])),
});

/** Platt's scaling: slope and offset that make log-odds of unseen articles fit, both leans counting the same. */
export function calibrationOf(odds: readonly number[], rows: readonly Row[]): [number, number] {
  const scaled = rows.map(({ target }, i) => ({ features: new Map([['odds', odds[i]!]]), target }));
  const { bias, weights } = fitLinear(
    scaled.filter(({ target }) => target !== 0.5),
    { penalty: 0, balanced: true },
  );
  return [weights.get('odds')!, bias];
}

const CHAIN_FIT = { penalty: 30, iterations: 80, least: 4 };

/** Stands toward the side that the author takes; a balanced piece counts as one that speaks for. */
export function sequenceOf({ article, issue, lean, roles }: GoldArticle, words: LinearModel): Sequence {
  const reading = withWords(readingOf(article, issue, true), words);
  const authorFor = lean !== 'con';
  const side = authorFor === reading.issue.sign > 0 ? 1 : -1;
  const features = sentenceFeatures(reading).map((one) => standingFeatures(one, side));
  const stands = roles.map((role) => {
    if (role !== 'pro' && role !== 'con') return STANDS.indexOf('none');
    return STANDS.indexOf((role === 'pro') === authorFor ? 'with' : 'against');
  });
  return { features, stands };
}

export const fitStands = (sequences: readonly Sequence[]): Chain => fitChain(sequences, CHAIN_FIT);
