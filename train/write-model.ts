/** What a trainer has learnt: a row of weights a feature, and values of its own. */
export interface Learnt {
  readonly labels: number;
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Float64Array;
  readonly extra: readonly number[];
}

/**
 * The model as the bytes that `LinearModel` reads.
 *
 * @param smallest rows whose weights all lie below this are left out
 */
export function bytesOf({ labels, rows, weights, extra }: Learnt, smallest: number): Uint8Array {
  const kept = [...rows].filter(([, row]) => rowOf(weights, row, labels).some((w) => Math.abs(w) >= smallest));
  kept.sort(([a], [b]) => a - b);
  let largest = 0;
  for (const [, row] of kept) for (const w of rowOf(weights, row, labels)) largest = Math.max(largest, Math.abs(w));
  const scale = largest / 127 || 1;
  const body = 20 + 4 * extra.length;
  const bytes = new Uint8Array(body + kept.length * (4 + labels));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kept.length, true);
  view.setUint32(4, labels, true);
  view.setUint32(8, extra.length, true);
  view.setFloat32(16, scale, true);
  extra.forEach((value, i) => {
    view.setFloat32(20 + 4 * i, value, true);
  });
  kept.forEach(([hash, row], i) => {
    view.setInt32(body + 4 * i, hash, true);
    rowOf(weights, row, labels).forEach((w, k) => {
      view.setInt8(body + 4 * kept.length + i * labels + k, Math.round(w / scale));
    });
  });
  return bytes;
}

const rowOf = (weights: Float64Array, row: number, labels: number): Float64Array =>
  weights.subarray(row * labels, (row + 1) * labels);
