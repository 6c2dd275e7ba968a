import { likeness, PLACES, type Signature, signatureFrom } from './signature.ts';

/**
 * From this likeness on, two articles are one that was printed twice. Measured on the Senate tree (docs/archives.md):
 * what is reissued or cut lies above, a yearly column written anew over last year's lies below. Notices of a few
 * sentences are forms filled in with another day: of them, hardly a word may differ.
 */
export const THRESHOLD = { article: 0.8, notice: 0.95 };

/** Shingles under which an article is a notice. */
const NOTICE = 100;

/** Two articles are compared when one of `BANDS` bands of `ROWS` places agrees: of those 0.8 alike all but one in 20 million are. */
const BANDS = 32;
const ROWS = PLACES / BANDS;

/** Of very many articles with one band in common each is compared with so many: boilerplate must not be quadratic. */
const COMPARED = 64;

/** Bits of a band's hash that are kept: with the article's number behind them they fill a double's 53. */
const HASH_BITS = 28;
const NUMBERS = 2 ** (53 - HASH_BITS);

export interface Duplicate {
  /** Number of the article that is kept. */
  readonly of: number;
  /** 0 to 1. */
  readonly likeness: number;
}

/**
 * Finds the articles that are near-duplicates of an earlier one that is itself
 * none: every article left out is as like the kept one as `THRESHOLD` says, no
 * chain of small changes leads away from it. The result depends on the order of
 * the numbers alone.
 *
 * @param read the signature of an article by its number
 * @returns the duplicates by their number
 */
export async function linkDuplicates(
  count: number,
  read: (number: number) => Promise<Uint8Array>,
): Promise<Map<number, Duplicate>> {
  const bands = await bandsOf(count, read);
  const pairs = new Map<number, number>();
  for (const band of bands) {
    for (const bucket of bucketsOf(band)) await compare(bucket, read, pairs);
  }
  return earliestKept(pairs);
}

/** For each band, the hashes of all articles: 4 bytes a band and article. */
async function bandsOf(count: number, read: (number: number) => Promise<Uint8Array>): Promise<Uint32Array[]> {
  const bands = Array.from({ length: BANDS }, () => new Uint32Array(count));
  for (let number = 0; number < count; number++) {
    const { places } = signatureFrom(await read(number));
    for (let band = 0; band < BANDS; band++) {
      let hash = 0;
      for (let row = 0; row < ROWS; row++)
        hash = Math.imul(hash ^ places[band * ROWS + row]!, 0x01000193) ^ (hash >>> 15);
      bands[band]![number] = hash;
    }
  }
  return bands;
}

/** Articles with the same hash, at least two a bucket, their numbers ascending. */
function* bucketsOf(hashes: Uint32Array): Generator<number[]> {
  const sorted = Float64Array.from(hashes, (hash, number) => (hash >>> (32 - HASH_BITS)) * NUMBERS + number).sort();
  let bucket: number[] = [];
  let current = -1;
  for (const value of sorted) {
    const hash = Math.floor(value / NUMBERS);
    if (hash !== current && bucket.length > 1) yield bucket;
    if (hash !== current) bucket = [];
    current = hash;
    bucket.push(value % NUMBERS);
  }
  if (bucket.length > 1) yield bucket;
}

/** Adds the pairs of a bucket that are alike; a pair is the later number and the earlier one in one number. */
async function compare(
  bucket: readonly number[],
  read: (number: number) => Promise<Uint8Array>,
  pairs: Map<number, number>,
): Promise<void> {
  const firsts: { number: number; signature: Signature }[] = [];
  for (const number of bucket) {
    const signature = signatureFrom(await read(number));
    for (const first of firsts) {
      const pair = number * NUMBERS + first.number;
      if (pairs.has(pair)) continue;
      const value = likeness(first.signature, signature);
      if (value >= thresholdOf(first.signature, signature)) pairs.set(pair, value);
    }
    if (firsts.length < COMPARED) firsts.push({ number, signature });
  }
}

const thresholdOf = (a: Signature, b: Signature): number =>
  Math.min(a.size, b.size) < NOTICE ? THRESHOLD.notice : THRESHOLD.article;

function earliestKept(pairs: ReadonlyMap<number, number>): Map<number, Duplicate> {
  const duplicates = new Map<number, Duplicate>();
  for (const pair of [...pairs.keys()].sort((a, b) => a - b)) {
    const number = Math.floor(pair / NUMBERS);
    const of = pair % NUMBERS;
    if (duplicates.has(number) || duplicates.has(of)) continue;
    duplicates.set(number, { of, likeness: pairs.get(pair)! });
  }
  return duplicates;
}
