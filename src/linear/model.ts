import { readFileSync } from 'node:fs';

/**
 * A linear model over hashed features: one row of weights a feature, one column a label.
 *
 * The file: four 32-bit words (rows, labels, number of extra values, 0), the scale
 * and the extra values as 32-bit floats, the rows' hashes as 32-bit integers in
 * ascending order, the weights as signed bytes in units of the scale. Little-endian.
 */
export class LinearModel {
  readonly labels: number;
  /** What the trainer adds: the transitions of a sequence model, row by row. */
  readonly extra: Float32Array;
  private readonly weights: Int8Array;
  private readonly scale: number;
  /** Open addressing: a row's hash, and its number plus one; 0 for a free slot. */
  private readonly keys: Int32Array;
  private readonly rows: Int32Array;
  private readonly mask: number;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = view.getUint32(0, true);
    this.labels = view.getUint32(4, true);
    const extras = view.getUint32(8, true);
    this.scale = view.getFloat32(16, true);
    this.extra = Float32Array.from({ length: extras }, (_, i) => view.getFloat32(20 + 4 * i, true));
    const hashes = 20 + 4 * extras;
    const body = hashes + 4 * count;
    this.weights = new Int8Array(bytes.buffer, bytes.byteOffset + body, count * this.labels);
    const slots = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.mask = slots - 1;
    this.keys = new Int32Array(slots);
    this.rows = new Int32Array(slots);
    for (let row = 0; row < count; row++) this.place(view.getInt32(hashes + 4 * row, true), row);
  }

  /** @throws if the file is not there */
  static read(file: URL): LinearModel {
    return new LinearModel(readFileSync(file));
  }

  /** Adds the weights of one feature to `scores`, from `offset` on. */
  add(hash: number, scores: Float64Array, offset: number): void {
    let slot = hash & this.mask;
    while (this.rows[slot] !== 0) {
      if (this.keys[slot] === hash) {
        const from = (this.rows[slot]! - 1) * this.labels;
        for (let k = 0; k < this.labels; k++) scores[offset + k]! += this.weights[from + k]! * this.scale;
        return;
      }
      slot = (slot + 1) & this.mask;
    }
  }

  private place(hash: number, row: number): void {
    let slot = hash & this.mask;
    while (this.rows[slot] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = hash;
    this.rows[slot] = row + 1;
  }
}
