import type { Learnt } from '../write-model.ts';
import { random, shuffle } from './random.ts';

export interface Example {
  readonly features: readonly number[];
  readonly yes: boolean;
  /** How much the example counts. */
  readonly weight: number;
}

/** Chosen by cross-validation over all annotated op-eds, attributions and voices, as are the numbers below. */
const E=process.env; const EPOCHS = +(E.EP??40);
/** From this epoch on the weights after each are averaged. */
const SETTLED = +(E.SE??6);
const RATE = +(E.RA??0.01);
const DECAY = +(E.DE??3e-3);
/** Features seen in fewer examples are left out. */
const FEWEST = +(E.FE??2);

/** Logistic regression by AdaGrad with L2, in an order fixed by a seed. */
export function trainLogistic(examples: readonly Example[]): Learnt {
  const rows = rowsOf(examples.map(({ features }) => features));
  const weights = new Float64Array(rows.size);
  const mean = new Float64Array(rows.size);
  const squares = new Float64Array(rows.size);
  const list = examples.map(({ features, yes, weight }) => ({ ids: idsOf(features, rows), yes, weight }));
  const next = random(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(list, next);
    for (const { ids, yes, weight } of list) {
      let score = 0;
      for (const id of ids) score += weights[id]!;
      const slope = weight * (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0));
      for (const id of ids) {
        const gradient = slope + weight * DECAY * weights[id]!;
        squares[id]! += gradient * gradient;
        weights[id]! -= (RATE * gradient) / (Math.sqrt(squares[id]!) + 1e-6);
      }
    }
    if (epoch >= SETTLED) for (let i = 0; i < mean.length; i++) mean[i]! += weights[i]! / (EPOCHS - SETTLED);
  }
  return { labels: 1, rows, weights: mean, extra: [] };
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
