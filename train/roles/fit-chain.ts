import type { Features } from '../../src/4-decide/reading/linear.ts';
import { type Chain, marginalsOf, STANDS } from '../../src/4-decide/take-roles/chain.ts';
import { indexOf, sparseOf } from './fit-linear.ts';

/** The sentences of one article with the stand of each, as an index in `STANDS`. */
export interface Sequence {
  readonly features: readonly Features[];
  readonly stands: readonly number[];
}

export interface ChainFit {
  readonly penalty: number;
  readonly epochs: number;
  readonly least: number;
}

const RATE = 0.3;
const TINY = 1e-8;
const K = STANDS.length;

/** Maximum likelihood by full-batch AdaGrad: the same bytes from the same sequences. */
export function fitChain(sequences: readonly Sequence[], { penalty, epochs, least }: ChainFit): Chain {
  const index = indexOf(
    sequences.flatMap(({ features }) => features),
    least,
  );
  const sparse = sequences.map(({ features }) => features.map((one) => sparseOf(one, index)));
  // Weights of the features, one a stand, then the K × K transitions.
  const edges = index.size * K;
  const weights = new Float64Array(edges + K * K);
  const squares = new Float64Array(weights.length).fill(TINY);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const slope = new Float64Array(weights.length);
    const transitions = matrix(weights, edges);
    sequences.forEach(({ stands }, s) => {
      const rows = sparse[s]!;
      const marginals = marginalsOf(
        rows.map((row) => scores(weights, row)),
        transitions,
      );
      stands.forEach((stand, i) => {
        for (let k = 0; k < K; k++) {
          const error = marginals.stands[i]![k]! - (k === stand ? 1 : 0);
          const { at, values } = rows[i]!;
          for (let f = 0; f < at.length; f++) slope[at[f]! * K + k]! += error * values[f]!;
        }
        if (i > 0) slope[edges + stands[i - 1]! * K + stand]! -= 1;
      });
      marginals.transitions.forEach((row, from) => {
        row.forEach((expected, to) => {
          slope[edges + from * K + to]! += expected;
        });
      });
    });
    for (let i = 0; i < weights.length; i++) {
      const step = slope[i]! + penalty * weights[i]!;
      squares[i]! += step * step;
      weights[i]! -= (RATE * step) / Math.sqrt(squares[i]!);
    }
  }
  const rows = [...index].map(([name, i]): [string, number[]] => [name, [...weights.subarray(i * K, i * K + K)]]);
  return { weights: new Map(rows), transitions: matrix(weights, edges) };
}

const matrix = (weights: Float64Array, from: number): number[][] =>
  STANDS.map((_, row) => [...weights.subarray(from + row * K, from + row * K + K)]);

function scores(weights: Float64Array, { at, values }: { at: Int32Array; values: Float64Array }): number[] {
  const sums = STANDS.map(() => 0);
  for (let f = 0; f < at.length; f++) for (let k = 0; k < K; k++) sums[k]! += weights[at[f]! * K + k]! * values[f]!;
  return sums;
}
