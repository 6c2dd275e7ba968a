import type { Features, Linear } from '../../src/4-decide/reading/linear.ts';
import { minimise, penalised, softplus } from '../minimise.ts';

export interface Row {
  readonly features: Features;
  /** 0 to 1. */
  readonly target: number;
  readonly weight?: number;
}

export interface Fit {
  /** Strength of the penalty on squared weights. */
  readonly penalty: number;
  /** Of the minimiser, at most. */
  readonly iterations?: number;
  /** A feature must occur in as many rows. */
  readonly least?: number;
  /** Whether both classes count the same in sum. */
  readonly balanced?: boolean;
}

/** Logistic regression: the same bytes from the same rows. */
export function fitLinear(
  rows: readonly Row[],
  { penalty, iterations = 100, least = 1, balanced = false }: Fit,
): Linear {
  const index = indexOf(
    rows.map(({ features }) => features),
    least,
  );
  const sparse = rows.map(({ features }) => sparseOf(features, index));
  const share = classWeights(rows, balanced);
  const bias = index.size;
  const weights = minimise(
    (x, slope) => {
      let loss = penalised(x, slope, penalty, bias);
      rows.forEach(({ target, weight = 1 }, r) => {
        const { at, values } = sparse[r]!;
        let sum = x[bias]!;
        for (let i = 0; i < at.length; i++) sum += x[at[i]!]! * values[i]!;
        const counts = weight * (target >= 0.5 ? share.pro : share.con);
        loss += counts * (softplus(sum) - target * sum);
        const error = counts * (1 / (1 + Math.exp(-sum)) - target);
        for (let i = 0; i < at.length; i++) slope[at[i]!]! += error * values[i]!;
        slope[bias]! += error;
      });
      return loss;
    },
    bias + 1,
    iterations,
  );
  return { bias: weights[bias]!, weights: new Map([...index].map(([name, i]) => [name, weights[i]!])) };
}

function classWeights(rows: readonly Row[], balanced: boolean): { pro: number; con: number } {
  if (!balanced) return { pro: 1, con: 1 };
  const pro = rows.filter(({ target }) => target >= 0.5).length;
  return { pro: rows.length / (2 * pro), con: rows.length / (2 * (rows.length - pro)) };
}

/** Features that occur in at least `least` of the sets, numbered in order of first sight. */
export function indexOf(sets: readonly Features[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const features of sets) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const [name, count] of counts) if (count >= least) index.set(name, index.size);
  return index;
}

/** Numbers of the features and their values. */
export interface Sparse {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

export function sparseOf(features: Features, index: ReadonlyMap<string, number>): Sparse {
  const known = [...features].filter(([name]) => index.has(name));
  return {
    at: Int32Array.from(known, ([name]) => index.get(name)!),
    values: Float64Array.from(known, ([, value]) => value),
  };
}
