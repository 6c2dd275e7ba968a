import type { EntityType } from '../../article/layers.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';

const SAME_PLACE = new Map(
  readLexicon(new URL('./place-aliases.tsv', import.meta.url), 2).map(([short = '', full = '']) => [short, full]),
);
const GENERIC = new Set(readLexicon(new URL('./generic-words.tsv', import.meta.url), 1).map(([word = '']) => word));
const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'on',
  'in',
  'to',
  'a',
  'an',
  'at',
  'by',
  'with',
  '&',
  '-',
  "'s",
  '’s',
  ',',
]);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'esq']);
const NATION = /^(?:the )?(?:us|usa|united states) /;

/** A name as it is compared: lower case, plain apostrophes and hyphens, no full stops, no article, known short forms spelt out. */
export function keyOf(name: string, type: EntityType): string {
  const plain = name
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[-‐–—]+/g, ' ')
    .replace(/[."“”]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^the /, '')
    .trim();
  return type === 'place' ? (SAME_PLACE.get(plain) ?? plain) : plain;
}

/** Whether `short` may stand for the fuller name `full` of the same type; both as `keyOf` makes them. */
export function standsFor(short: string, full: string, type: EntityType): boolean {
  if (type === 'person') return personStandsFor(short.split(' '), full.split(' '));
  if (type === 'group') return false;
  return (
    short === full.replace(NATION, '') ||
    isAcronym(short, full) ||
    (full.startsWith(`${short} `) && isGeneric(full.slice(short.length + 1), type))
  );
}

/** "Shraibman", "Artyom", "A. Shraibman" for "Artyom Shraibman". */
function personStandsFor(short: readonly string[], full: readonly string[]): boolean {
  const [a, b] = [bare(short), bare(full)];
  if (a.length === 0 || b.length < 2) return false;
  if (a.length === 1) return a[0] === b.at(-1) || a[0] === b[0];
  if (a.length < b.length && a.join(' ') === b.slice(-a.length).join(' ')) return true;
  return a.at(-1) === b.at(-1) && a[0]!.charAt(0) === b[0]!.charAt(0) && a[0]!.length <= b[0]!.length;
}

const bare = (words: readonly string[]): string[] => words.filter((word) => !SUFFIXES.has(word.replace(/,/g, '')));

/** "fda" of "food and drug administration", with or without the small words and the nation, and its plural. */
export const isAcronym = (short: string, full: string): boolean => initialsOf(full).includes(short.replace(/s$/, ''));

/**
 * Whether `short`, in parentheses after `full`, is its acronym: looser than `isAcronym`, since the place vouches for it.
 * The letters stand in order among the initials, and no more than one large word goes without.
 */
export function isGloss(short: string, full: string): boolean {
  const letters = short.replace(/s$/, '');
  const words = full.split(' ').filter((word) => word !== '');
  const large = words.filter((word) => !SMALL.has(word)).length;
  if (!/^\p{L}{2,10}$/u.test(letters) || words.length < 2 || letters.length < large - 1) return false;
  let from = 0;
  for (const letter of letters) {
    const at = words.findIndex((word, i) => i >= from && word.startsWith(letter));
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** The acronyms that a name may have; none for a single word. */
export function initialsOf(full: string): string[] {
  const words = full.split(' ').filter((word) => word !== '');
  if (words.length < 2) return [];
  const first = (some: readonly string[]): string => some.map((word) => word.charAt(0)).join('');
  const big = first(words.filter((word) => !SMALL.has(word)));
  const all = [first(words), big, big.replace(/^us/, '')].filter((letters) => letters.length > 1);
  return [...new Set([...all, ...all.map((letters) => letters.replace(/s$/, ''))])];
}

/** Everything by which a shorter name could find this one: its first and last word, its initials, itself without the nation. */
export const handlesOf = (key: string, type: EntityType): string[] => {
  const words = type === 'person' ? bare(key.split(' ')) : key.split(' ');
  return [...new Set([words[0] ?? '', words.at(-1) ?? '', key.replace(NATION, ''), ...initialsOf(key)])];
};

/** What may fall off a name: "Act of 2002", "Institution", "River". */
const isGeneric = (rest: string, type: EntityType): boolean =>
  rest.split(' ').every((word) => GENERIC.has(word) || (type === 'law' && /^(?:of|\d{4})$/.test(word)));
