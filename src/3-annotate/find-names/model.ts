import { LABELS } from './labels.ts';

/** Weights by feature hash: open addressing, rows of `LABELS` weights. */
export interface Model {
  /** Power of two long; 0 is an empty place. */
  readonly keys: Int32Array;
  readonly rows: Int32Array;
  readonly weights: Int8Array | Float32Array;
  /** What one unit of `weights` is worth. */
  readonly scale: number;
  /** `before * LABELS + label`. */
  readonly transitions: Float32Array;
}

/** Place of `hash` in `keys`, or where it would go. */
export function placeOf(keys: Int32Array, hash: number): number {
  const mask = keys.length - 1;
  let at = (hash ^ (hash >>> 15)) & mask;
  for (let key = keys[at]!; key !== 0 && key !== hash; key = keys[at]!) at = (at + 1) & mask;
  return at;
}

/** Adds up the weights of `features` for each label, into `scores` from `offset`. */
export function scoreInto(
  model: Model,
  features: Int32Array,
  count: number,
  scores: Float32Array,
  offset: number,
): void {
  const { keys, rows, weights, scale } = model;
  for (let l = 0; l < LABELS; l++) scores[offset + l] = 0;
  for (let f = 0; f < count; f++) {
    const hash = features[f]! || 1;
    const at = placeOf(keys, hash);
    if (keys[at] !== hash || rows[at]! < 0) continue;
    const row = rows[at]! * LABELS;
    for (let l = 0; l < LABELS; l++) scores[offset + l]! += weights[row + l]!;
  }
  for (let l = 0; l < LABELS; l++) scores[offset + l]! *= scale;
}
