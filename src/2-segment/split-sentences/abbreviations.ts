import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** What may follow an abbreviation's full stop: see abbreviations.tsv. */
export type AbbreviationClass = 'title' | 'number' | 'inner' | 'end';

export type Abbreviations = ReadonlyMap<string, AbbreviationClass>;

const ABBREVIATIONS: Abbreviations = new Map(
  readLexicon(new URL('./abbreviations.tsv', import.meta.url), 2).map(([word, kind]) => [
    word!,
    kind as AbbreviationClass,
  ]),
);

/** Capitalised words that open sentences after an abbreviation. */
export const OPENERS: ReadonlySet<string> = new Set(
  readLexicon(new URL('./openers.tsv', import.meta.url), 1).map(([word]) => word!),
);

/** The built-in list and a user's own words, which are taken to stand inside sentences. */
export const withUserAbbreviations = (words: readonly string[]): Abbreviations =>
  new Map([...ABBREVIATIONS, ...words.map((word) => [word.replace(/\.$/, ''), 'inner'] as const)]);
