import type { Features, Linear } from '../../src/4-decide/reading/linear.ts';
import { minimise, penalised } from '../minimise.ts';
import { indexOf, type Sparse, sparseOf } from './fit-linear.ts';

/** One of several to choose from. */
export interface Choice {
  readonly features: Features;
  /** How good a choice it is, 0 to 1. */
  readonly fit: number;
}

export interface RankerFit {
  readonly penalty: number;
  readonly iterations: number;
  /** A feature must occur in as many choices. */
  readonly least: number;
  /** How far choices that fit less well share in the target, in units of fit: 0 gives the best one everything. */
  readonly softness: number;
}

interface Group {
  readonly rows: readonly Sparse[];
  readonly targets: readonly number[];
}

/** Softmax regression within each group (an article's phrases), toward the choices that fit best. */
export function fitRanker(groups: readonly (readonly Choice[])[], options: RankerFit): Linear {
  const { penalty, iterations, least, softness } = options;
  const index = indexOf(
    groups.flatMap((group) => group.map(({ features }) => features)),
    least,
  );
  const prepared = groups.map(
    (group): Group => ({
      rows: group.map(({ features }) => sparseOf(features, index)),
      targets: shares(group.map(({ fit }) => fit / softness)),
    }),
  );
  const weights = minimise(
    (x, slope) => {
      let loss = penalised(x, slope, penalty);
      for (const group of prepared) loss += lossOf(group, x, slope);
      return loss;
    },
    index.size,
    iterations,
  );
  return { bias: 0, weights: new Map([...index].map(([name, i]) => [name, weights[i]!])) };
}

/** Cross-entropy of a group; adds its slope. */
function lossOf({ rows, targets }: Group, x: Float64Array, slope: Float64Array): number {
  const said = shares(rows.map((row) => sumOf(row, x)));
  let loss = 0;
  rows.forEach(({ at, values }, k) => {
    loss -= targets[k]! * Math.log(Math.max(Number.MIN_VALUE, said[k]!));
    const error = said[k]! - targets[k]!;
    for (let i = 0; i < at.length; i++) slope[at[i]!]! += error * values[i]!;
  });
  return loss;
}

function sumOf({ at, values }: Sparse, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += x[at[i]!]! * values[i]!;
  return sum;
}

/** Softmax. */
function shares(scores: readonly number[]): number[] {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}
