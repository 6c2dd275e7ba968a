import { readLexicon } from '../../lexicon/read-lexicon.ts';

interface Numeral {
  readonly worth: number;
  readonly scale: boolean;
}

const NUMERALS: ReadonlyMap<string, Numeral> = new Map(
  readLexicon(new URL('./numerals.tsv', import.meta.url), 3).map(([word, worth, kind]) => [
    word!,
    { worth: Number(worth), scale: kind === 'scale' },
  ]),
);

const ORDINAL_WORDS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** Whether a word multiplies the number before it: "million", "bn". */
export const isScale = (word: string): boolean => NUMERALS.get(word.toLowerCase())?.scale ?? false;

export const isNumeral = (word: string): boolean => NUMERALS.has(word.toLowerCase());

/** "1,200", "3.5 billion", "twenty-five", "half a million", "2 1/2" as a number; null when it is none, or several. */
export function numberOf(words: string): number | null {
  const parts = words
    .toLowerCase()
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .split(/[\s-]+/)
    .filter((word) => word !== 'a' && word !== 'and' && word !== 'of');
  let total = 0;
  let group: number | null = null;
  for (const part of parts) {
    const digits = /^\d[\d,]*(?:\.\d+)?$/.test(part) ? Number(part.replace(/,/g, '')) : null;
    const numeral = NUMERALS.get(part);
    if (digits !== null && group === null) group = digits;
    else if (numeral && !numeral.scale) group = (group ?? 0) + numeral.worth;
    else if (numeral) {
      group = (group ?? 1) * numeral.worth;
      // "two million three hundred": what stands before a scale of a thousand or more is done.
      if (numeral.worth >= 1000) [total, group] = [total + group, null];
    } else return null;
  }
  return parts.length === 0 ? null : total + (group ?? 0);
}

/** "third", "21st" as a number. */
export function ordinalOf(words: string): number | null {
  const digits = /^(\d[\d,]*)(?:st|nd|rd|th)$/i.exec(words);
  if (digits) return Number(digits[1]!.replace(/,/g, ''));
  const index = ORDINAL_WORDS.indexOf(words.toLowerCase());
  return index < 0 ? null : index;
}

/** Plain decimals, never an exponent, without the noise of binary fractions. */
export const plain = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : Number(value.toPrecision(12)).toString();
