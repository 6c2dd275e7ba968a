import { readFileSync } from 'node:fs';
import { LABELS } from './labels.ts';
import { type Model, placeOf } from './model.ts';

/**
 * The weights file, little-endian: count (int32), scale (float32), transitions (float32 × labels²), keys (int32 each),
 * masks of the labels that have a weight (uint16 each), then those weights (int8) row by row.
 */
export function encodeWeights(model: Model, least: number): Uint8Array {
  const rows = [...model.keys.keys()]
    .filter((at) => model.keys[at] !== 0 && model.rows[at]! >= 0 && strongest(model, model.rows[at]!) >= least)
    .sort((a, b) => model.keys[a]! - model.keys[b]!);
  const scale = rows.reduce((top, at) => Math.max(top, strongest(model, model.rows[at]!)), 0) / 127;
  const masks = new Uint16Array(rows.length);
  const values: number[] = [];
  rows.forEach((at, r) => {
    for (let l = 0; l < LABELS; l++) {
      const value = Math.round(model.weights[model.rows[at]! * LABELS + l]! / scale);
      if (value === 0) continue;
      masks[r]! |= 1 << l;
      values.push(value);
    }
  });
  return Buffer.concat([
    bytesOf(Int32Array.of(rows.length)),
    bytesOf(Float32Array.of(scale)),
    bytesOf(model.transitions),
    bytesOf(Int32Array.from(rows, (at) => model.keys[at]!)),
    bytesOf(masks),
    bytesOf(Int8Array.from(values)),
  ]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array | Uint16Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function strongest({ weights }: Model, row: number): number {
  let top = 0;
  for (let l = 0; l < LABELS; l++) top = Math.max(top, Math.abs(weights[row * LABELS + l]!));
  return top;
}

/** Reads what `encodeWeights` wrote. */
export function readWeights(file: URL): Model {
  return decodeWeights(new Uint8Array(readFileSync(file)));
}

export function decodeWeights(bytes: Uint8Array): Model {
  const { buffer } = bytes.slice();
  const count = new Int32Array(buffer, 0, 1)[0]!;
  const scale = new Float32Array(buffer, 4, 1)[0]!;
  const transitions = new Float32Array(buffer, 8, LABELS * LABELS);
  const start = 8 + 4 * LABELS * LABELS;
  const hashes = new Int32Array(buffer, start, count);
  const masks = new Uint16Array(buffer, start + 4 * count, count);
  const values = new Int8Array(buffer, start + 6 * count);
  const keys = new Int32Array(1 << Math.ceil(Math.log2(count * 2)));
  const rows = new Int32Array(keys.length);
  const weights = new Int8Array(count * LABELS);
  for (let r = 0, v = 0; r < count; r++) {
    const at = placeOf(keys, hashes[r]!);
    keys[at] = hashes[r]!;
    rows[at] = r;
    for (let l = 0, mask = masks[r]!; mask !== 0; l++, mask >>= 1) if (mask & 1) weights[r * LABELS + l] = values[v++]!;
  }
  return { keys, rows, weights, scale, transitions };
}
