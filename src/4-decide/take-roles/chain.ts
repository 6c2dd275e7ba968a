import { readFileSync } from 'node:fs';
import type { Features } from '../reading/linear.ts';

/**
 * What a sentence does for the side the author takes: argues on it, argues
 * against it (conceded, or reported and rejected), or does not argue.
 */
export const STANDS = ['with', 'against', 'none'] as const;

export type Stand = (typeof STANDS)[number];

/** A linear-chain conditional random field over the stands of an article's sentences. */
export interface Chain {
  /** Feature to one weight a stand, in the order of `STANDS`. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** `transitions[from][to]`. */
  readonly transitions: readonly (readonly number[])[];
}

interface ChainFile {
  readonly weights: Readonly<Record<string, readonly number[]>>;
  readonly transitions: readonly (readonly number[])[];
}

/** @param file JSON that `npm run train:roles` wrote */
export function readChain(file: URL): Chain {
  const { weights, transitions } = JSON.parse(readFileSync(file, 'utf8')) as ChainFile;
  return { weights: new Map(Object.entries(weights)), transitions };
}

/** Scores of one sentence, one a stand. */
export function scoresOf({ weights }: Chain, features: Features): number[] {
  const scores = STANDS.map(() => 0);
  for (const [name, value] of features) {
    const row = weights.get(name);
    if (row) for (let s = 0; s < scores.length; s++) scores[s]! += row[s]! * value;
  }
  return scores;
}

/** What forward-backward finds. */
export interface Marginals {
  /** Probability of each stand, one row a sentence. */
  readonly stands: readonly (readonly number[])[];
  /** Log of the partition function: how well the whole sequence fits. */
  readonly logZ: number;
  /** Expected count of each transition. */
  readonly transitions: readonly (readonly number[])[];
}

const logSum = (values: readonly number[]): number => {
  const top = Math.max(...values);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
};

/** Forward-backward in log space. */
export function marginalsOf(scores: readonly (readonly number[])[], transitions: Chain['transitions']): Marginals {
  const states = STANDS.map((_, state) => state);
  const forward: number[][] = [];
  for (const row of scores) {
    const before = forward.at(-1);
    forward.push(
      states.map((s) => row[s]! + (before ? logSum(states.map((p) => before[p]! + transitions[p]![s]!)) : 0)),
    );
  }
  const backward: number[][] = scores.map(() => states.map(() => 0));
  for (let i = scores.length - 2; i >= 0; i--) {
    backward[i] = states.map((s) =>
      logSum(states.map((n) => transitions[s]![n]! + scores[i + 1]![n]! + backward[i + 1]![n]!)),
    );
  }
  const logZ = forward.length === 0 ? 0 : logSum(forward.at(-1)!);
  const stands = scores.map((_, i) => states.map((s) => Math.exp(forward[i]![s]! + backward[i]![s]! - logZ)));
  const expected = states.map((p) =>
    states.map((n) => {
      let sum = 0;
      for (let i = 1; i < scores.length; i++) {
        sum += Math.exp(forward[i - 1]![p]! + transitions[p]![n]! + scores[i]![n]! + backward[i]![n]! - logZ);
      }
      return sum;
    }),
  );
  return { stands, logZ, transitions: expected };
}
