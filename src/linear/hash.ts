const cache = new Map<string, number>();
/** The cache is emptied when an archive's words have filled it, so that memory stays bounded. */
const MOST_CACHED = 200_000;

/** FNV-1a of a string's UTF-16 code units, 32 bits, never 0. */
export function hashOf(word: string): number {
  const known = cache.get(word);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(word, hash | 0 || 1);
  return hash | 0 || 1;
}

/** A value of a feature as a number. */
export const numberOf = (value: string | number): number => (typeof value === 'string' ? hashOf(value) : value);

/** One feature's number out of its template and up to three values. */
export function mix(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) + b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) + c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) | 0 || 1;
}
