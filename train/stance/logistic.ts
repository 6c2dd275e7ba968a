import { minimise, penalised, softplus } from '../minimise.ts';
import type { Learnt } from '../write-model.ts';

export interface Example {
  readonly features: readonly number[];
  readonly yes: boolean;
  /** How much the example counts. */
  readonly weight: number;
}

/** Features seen in fewer examples are left out. */
const FEWEST = 2;
const ITERATIONS = 80;

/**
 * Logistic regression with L2: the same bytes from the same examples.
 *
 * @param penalty strength of the penalty on squared weights
 */
export function trainLogistic(examples: readonly Example[], penalty: number): Learnt {
  const rows = rowsOf(examples.map(({ features }) => features));
  const list = examples.map(({ features, yes, weight }) => ({ ids: idsOf(features, rows), yes, weight }));
  const weights = minimise(
    (x, slope) => {
      let loss = penalised(x, slope, penalty);
      for (const { ids, yes, weight } of list) {
        let score = 0;
        for (const id of ids) score += x[id]!;
        loss += weight * softplus(yes ? -score : score);
        const error = weight * (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0));
        for (const id of ids) slope[id]! += error;
      }
      return loss;
    },
    rows.size,
    ITERATIONS,
  );
  return { labels: 1, rows, weights, extra: [] };
}

/** A row number for every feature that is seen often enough. */
export function rowsOf(lists: Iterable<ArrayLike<number>>): Map<number, number> {
  const count = new Map<number, number>();
  for (const list of lists) for (let i = 0; i < list.length; i++) count.set(list[i]!, (count.get(list[i]!) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [feature, n] of count) if (n >= FEWEST) rows.set(feature, rows.size);
  return rows;
}

/** The rows of those features that have one. */
export function idsOf(features: ArrayLike<number>, rows: ReadonlyMap<number, number>): Int32Array {
  const ids: number[] = [];
  for (let i = 0; i < features.length; i++) {
    const row = rows.get(features[i]!);
    if (row !== undefined) ids.push(row);
  }
  return Int32Array.from(ids);
}
