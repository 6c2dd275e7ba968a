import type { Features, Linear } from '../../src/4-decide/reading/linear.ts';

export interface Row {
  readonly features: Features;
  /** 0 to 1. */
  readonly target: number;
  readonly weight?: number;
}

export interface Fit {
  /** Strength of the penalty on squared weights. */
  readonly penalty: number;
  readonly epochs?: number;
  /** A feature must occur in as many rows. */
  readonly least?: number;
  /** Whether both classes count the same in sum. */
  readonly balanced?: boolean;
}

const RATE = 0.3;
const TINY = 1e-8;

/** Logistic regression by full-batch AdaGrad: the same bytes from the same rows. */
export function fitLinear(rows: readonly Row[], { penalty, epochs = 60, least = 1, balanced = false }: Fit): Linear {
  const index = indexOf(
    rows.map(({ features }) => features),
    least,
  );
  const sparse = rows.map(({ features }) => sparseOf(features, index));
  const share = classWeights(rows, balanced);
  const weights = new Float64Array(index.size + 1);
  const squares = new Float64Array(index.size + 1).fill(TINY);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const slope = new Float64Array(index.size + 1);
    rows.forEach(({ target, weight = 1 }, r) => {
      const { at, values } = sparse[r]!;
      let sum = weights[index.size]!;
      for (let i = 0; i < at.length; i++) sum += weights[at[i]!]! * values[i]!;
      const error = (1 / (1 + Math.exp(-sum)) - target) * weight * (target >= 0.5 ? share.pro : share.con);
      for (let i = 0; i < at.length; i++) slope[at[i]!]! += error * values[i]!;
      slope[index.size]! += error;
    });
    for (let i = 0; i <= index.size; i++) {
      const step = slope[i]! + (i < index.size ? penalty * weights[i]! : 0);
      squares[i]! += step * step;
      weights[i]! -= (RATE * step) / Math.sqrt(squares[i]!);
    }
  }
  return { bias: weights[index.size]!, weights: new Map([...index].map(([name, i]) => [name, weights[i]!])) };
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

export function sparseOf(
  features: Features,
  index: ReadonlyMap<string, number>,
): { at: Int32Array; values: Float64Array } {
  const known = [...features].filter(([name]) => index.has(name));
  return {
    at: Int32Array.from(known, ([name]) => index.get(name)!),
    values: Float64Array.from(known, ([, value]) => value),
  };
}
