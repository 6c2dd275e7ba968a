import { readFileSync } from 'node:fs';
import { pair } from './hash.ts';

/** Kinds of known names, in the order of their bits. */
export const KINDS = [
  'country',
  'demonym',
  'city',
  'region',
  'given',
  'surname',
  'company',
  'media',
  'agency',
  'team',
  'title',
  'law',
  'event',
  'work',
  'orgword',
  'placeword',
  'lawword',
  'eventword',
  'calendar',
] as const;
export type Kind = (typeof KINDS)[number];

/** Longest name in words. */
const LONGEST = 8;

/** Known names as a trie: the hash of the words so far → kinds of the name that ends here, 0 inside of longer names. */
export interface Gazetteers {
  readonly kinds: ReadonlyMap<number, number>;
}

/** The trie's key for one more word. */
export const extend = (key: number, lowerHash: number): number => pair(77, key, lowerHash);

/** Reads what `npm run train:gazetteers` wrote: count, keys (int32), kinds (int32). */
export function readGazetteers(file: URL): Gazetteers {
  const bytes = readFileSync(file);
  const count = bytes.readInt32LE(0);
  const kinds = new Map<number, number>();
  for (let i = 0; i < count; i++) kinds.set(bytes.readInt32LE(4 + 4 * i), bytes.readInt32LE(4 + 4 * (count + i)));
  return { kinds };
}

/**
 * Marks the words of one sentence: low 20 bits of `begins[i]` are the kinds of names that begin at word i, `goesOn[i]`
 * those that it continues; of names that begin together the longest counts, and inside it no other of its kind.
 */
export function lookUp(
  lowers: ArrayLike<number>,
  count: number,
  { kinds }: Gazetteers,
  begins: Int32Array,
  goesOn: Int32Array,
): void {
  begins.fill(0, 0, count);
  goesOn.fill(0, 0, count);
  for (let i = 0; i < count; i++) {
    let key = 0;
    for (let j = i; j < count && j < i + LONGEST; j++) {
      key = extend(key, lowers[j]!);
      const found = kinds.get(key);
      if (found === undefined) break;
      if (found === 0) continue;
      begins[i]! |= found;
      for (let k = i + 1; k <= j; k++) goesOn[k]! |= found;
    }
  }
}
