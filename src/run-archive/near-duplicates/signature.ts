/**
 * MinHash of an article's words (Broder 1997, "On the resemblance and
 * containment of documents"): two signatures agree in as large a share of
 * their places as the two articles share of their shingles.
 */

/** Words in a shingle: as many as make a chance agreement rare and leave an edit local. */
const SHINGLE = 5;

/** Places of a signature. The estimate's standard deviation is at most 1 / (2 √128), 4.4 points. */
export const PLACES = 128;

/** A seed a place, multiples of the golden ratio: no two are alike. */
const SEEDS = Uint32Array.from({ length: PLACES }, (_, place) => Math.imul(place + 1, 0x9e3779b1));

const WORD = /[\p{L}\p{N}]+/gu;

export interface Signature {
  /** How many different shingles the article has. */
  readonly size: number;
  readonly places: Uint32Array;
}

/** Bytes of a signature on the disk: its size and its places, 32 bits each, little-endian. */
export const SIGNATURE_BYTES = 4 * (PLACES + 1);

/** The signature as bytes; case, marks and spacing do not count. */
export function signatureOf(text: string): Uint8Array {
  const least = new Uint32Array(PLACES).fill(0xffffffff);
  const different = new Set(shingles(text));
  for (const shingle of different) {
    for (let place = 0; place < PLACES; place++) {
      const hash = mixed(shingle ^ SEEDS[place]!);
      if (hash < least[place]!) least[place] = hash;
    }
  }
  const bytes = new Uint8Array(SIGNATURE_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of [different.size, ...least].entries()) view.setUint32(index * 4, value, true);
  return bytes;
}

export function signatureFrom(bytes: Uint8Array): Signature {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = Uint32Array.from({ length: PLACES }, (_, place) => view.getUint32(4 * (place + 1), true));
  return { size: view.getUint32(0, true), places };
}

/** A hash for each run of `SHINGLE` words; of a shorter text, one for all of its words. */
function* shingles(text: string): Generator<number> {
  const last: number[] = [];
  let count = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    count++;
    last.push(hashOfWord(word));
    if (last.length > SHINGLE) last.shift();
    if (last.length === SHINGLE) yield combined(last);
  }
  if (count < SHINGLE) yield combined(last);
}

/** FNV-1a over UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

const combined = (words: readonly number[]): number =>
  words.reduce((hash, word) => mixed(Math.imul(hash, 31) ^ word), 17);

/** The last steps of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The share of places in which two signatures agree, 0 to 1: an estimate of the share of shingles in common. */
export function likeness(a: Signature, b: Signature): number {
  let same = 0;
  for (let place = 0; place < PLACES; place++) if (a.places[place] === b.places[place]) same++;
  return same / PLACES;
}
