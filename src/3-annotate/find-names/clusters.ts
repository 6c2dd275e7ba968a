import { readFileSync } from 'node:fs';
import { hashOf } from './hash.ts';

const NONE: readonly number[] = [];
/** How many fine clusters a middle one was cut into. */
const SPLIT = 4;

/**
 * Reads what `npm run train:clusters` wrote: count, sorted hashes (int32), fine clusters (uint16), coarse ones (uint8).
 *
 * @returns for a lower-case word its clusters, fine, middle and coarse, each counted from 1; empty for an unknown word
 */
export function readClusters(file: URL): (lower: string) => readonly number[] {
  const { buffer, byteOffset } = readFileSync(file);
  const bytes = new Uint8Array(buffer, byteOffset);
  const view = new DataView(buffer, byteOffset);
  const count = view.getInt32(0, true);
  const hashes = new Int32Array(bytes.slice(4, 4 + 4 * count).buffer);
  const fine = new Uint16Array(bytes.slice(4 + 4 * count, 4 + 6 * count).buffer);
  const coarse = bytes.slice(4 + 6 * count, 4 + 7 * count);
  return (lower) => {
    const row = find(hashes, hashOf(lower));
    return row < 0 ? NONE : [fine[row]! + 1, Math.floor(fine[row]! / SPLIT) + 1, coarse[row]! + 1];
  };
}

function find(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle]!;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
