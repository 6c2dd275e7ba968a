import { readFileSync } from 'node:fs';
import { sigmoid } from '../reading/linear.ts';
import { marginalsOf } from '../take-roles/chain.ts';
import type { Decision } from '../take-roles/decision.ts';
import type { SentenceScores } from './sentence-scores.ts';

/** Weights that train/encoder/decide.py fitted on articles that the encoder had not seen. */
export interface Weighing {
  /** Of the encoder's stands, of its side, and of what the light engine says. */
  readonly stands: number;
  readonly side: number;
  readonly light: number;
  readonly bias: readonly number[];
  readonly transitions: readonly (readonly number[])[];
  readonly lean: { readonly vote: number; readonly light: number; readonly prior: number };
  /** How much of the lean's log-odds the sides of the sentences follow, from 0 to 1. */
  readonly trust: number;
  readonly decision: Decision;
}

/** What the light engine says: probability that the author leans pro; of pro, con and none, one row a sentence. */
export interface LightReading {
  readonly pro: number;
  readonly roles: readonly (readonly number[])[];
}

/** The same, of both engines together. */
export interface Weighed extends LightReading {
  readonly because: readonly string[];
}

export const readWeighings = (file: URL): Readonly<Record<'given' | 'found', Weighing>> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<'given' | 'found', Weighing>;

const FLOOR = 0.01;

/**
 * Lean and roles of a whole article: a chain over its sentences for either
 * lean, and the two mixed as likely as each lean is.
 */
export function weighArticle(weighing: Weighing, scores: readonly SentenceScores[], light: LightReading): Weighed {
  const [ifPro, ifCon] = ([1, -1] as const).map((lean) =>
    marginalsOf(
      scores.map((sentence, index) => emissions(weighing, sentence, light.roles[index]!, lean)),
      weighing.transitions,
    ),
  );
  const pushes = {
    'encoder/vote': weighing.lean.vote * voteOf(scores),
    'light/words': weighing.lean.light * logit(light.pro),
  };
  const leaning = Object.values(pushes).reduce((sum, push) => sum + push, weighing.lean.prior);
  const pro = sigmoid(leaning);
  const followed = sigmoid(weighing.trust * leaning);
  const roles = scores.map((_, index) => mix(followed, ifPro!.stands[index]!, ifCon!.stands[index]!));
  const because = Object.entries(pushes)
    .filter(([, push]) => push * leaning > 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name]) => `lean/${name}`);
  return { pro, roles, because };
}

/** How well each stand fits a sentence, were the author's lean `lean`. */
function emissions(
  { stands, side, light, bias }: Weighing,
  sentence: SentenceScores,
  [pro = 0, con = 0, none = 0]: readonly number[],
  lean: 1 | -1,
): number[] {
  const total = logSum(sentence.stands);
  const fits = lean > 0 ? [pro, con, none] : [con, pro, none];
  const sides = [logSigmoid(lean * sentence.side), logSigmoid(-lean * sentence.side), 0];
  return bias.map(
    (offset, stand) =>
      offset +
      stands * (sentence.stands[stand]! - total) +
      side * sides[stand]! +
      light * Math.log(Math.max(FLOOR, fits[stand]!)),
  );
}

/** The sentences' votes, pooled by their softmaxed weights. */
function voteOf(scores: readonly SentenceScores[]): number {
  const total = logSum(scores.map(({ weight }) => weight));
  return scores.reduce((sum, { vote, weight }) => sum + vote * Math.exp(weight - total), 0);
}

const mix = (pro: number, ifPro: readonly number[], ifCon: readonly number[]): number[] => [
  pro * ifPro[0]! + (1 - pro) * ifCon[1]!,
  pro * ifPro[1]! + (1 - pro) * ifCon[0]!,
  pro * ifPro[2]! + (1 - pro) * ifCon[2]!,
];

const logit = (p: number): number => Math.log(Math.max(FLOOR, p) / Math.max(FLOOR, 1 - p));

const logSigmoid = (x: number): number => Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));

function logSum(values: readonly number[]): number {
  const top = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
