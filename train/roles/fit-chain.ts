import type { Features } from '../../src/4-decide/reading/linear.ts';
import { type Chain, marginalsOf, STANDS } from '../../src/4-decide/take-roles/chain.ts';
import { minimise, penalised } from '../minimise.ts';
import { indexOf, type Sparse, sparseOf } from './fit-linear.ts';

/** The sentences of one article with the stand of each, as an index in `STANDS`. */
export interface Sequence {
  readonly features: readonly Features[];
  readonly stands: readonly number[];
}

export interface ChainFit {
  readonly penalty: number;
  readonly iterations: number;
  readonly least: number;
}

const K = STANDS.length;

/** Maximum likelihood, penalised: the same bytes from the same sequences. */
export function fitChain(sequences: readonly Sequence[], { penalty, iterations, least }: ChainFit): Chain {
  const index = indexOf(
    sequences.flatMap(({ features }) => features),
    least,
  );
  const sparse = sequences.map(({ features }) => features.map((one) => sparseOf(one, index)));
  // Weights of the features, one a stand, then the K × K transitions.
  const edges = index.size * K;
  const objective = (x: Float64Array, slope: Float64Array): number => {
    let loss = penalised(x, slope, penalty);
    const transitions = matrix(x, edges);
    sequences.forEach(({ stands }, s) => {
      loss += addSequence(x, slope, sparse[s]!, stands, transitions, edges);
    });
    return loss;
  };
  const weights = minimise(objective, edges + K * K, iterations);
  const rows = [...index].map(([name, i]): [string, number[]] => [name, [...weights.subarray(i * K, i * K + K)]]);
  return { weights: new Map(rows), transitions: matrix(weights, edges) };
}

/** Adds the slope of one sequence's log-likelihood and returns its loss. */
function addSequence(
  x: Float64Array,
  slope: Float64Array,
  rows: readonly Sparse[],
  stands: readonly number[],
  transitions: Chain['transitions'],
  edges: number,
): number {
  const sums = rows.map((row) => scores(x, row));
  const marginals = marginalsOf(sums, transitions);
  let loss = marginals.logZ;
  stands.forEach((stand, i) => {
    loss -= sums[i]![stand]!;
    const { at, values } = rows[i]!;
    for (let k = 0; k < K; k++) {
      const error = marginals.stands[i]![k]! - (k === stand ? 1 : 0);
      for (let f = 0; f < at.length; f++) slope[at[f]! * K + k]! += error * values[f]!;
    }
    if (i === 0) return;
    loss -= transitions[stands[i - 1]!]![stand]!;
    slope[edges + stands[i - 1]! * K + stand]! -= 1;
  });
  marginals.transitions.forEach((row, from) => {
    row.forEach((expected, to) => {
      slope[edges + from * K + to]! += expected;
    });
  });
  return loss;
}

const matrix = (weights: Float64Array, from: number): number[][] =>
  STANDS.map((_, row) => [...weights.subarray(from + row * K, from + row * K + K)]);

function scores(weights: Float64Array, { at, values }: Sparse): number[] {
  const sums = STANDS.map(() => 0);
  for (let f = 0; f < at.length; f++) for (let k = 0; k < K; k++) sums[k]! += weights[at[f]! * K + k]! * values[f]!;
  return sums;
}
