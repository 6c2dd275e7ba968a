/** Features are 32-bit numbers: strings are hashed once a distinct word, then only numbers are combined. */

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** The feature `template` of one value. */
export function feature(template: number, value: number): number {
  let hash = (value + Math.imul(template, 0x9e3779b1)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The feature `template` of two values in order. */
export const pair = (template: number, first: number, second: number): number =>
  feature(template, Math.imul(first, 0x2c1b3c6d) ^ ((second << 15) | (second >>> 17)));
