import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** An issue phrase taken apart: "banning fast food" turns against its core, "fast food". */
export interface IssueWords {
  /** −1 when the phrase names an act against its core, else 1. */
  readonly sign: 1 | -1;
  /** Stems of the core's content words. */
  readonly core: ReadonlySet<string>;
  /** Stems of all content words of the phrase. */
  readonly all: ReadonlySet<string>;
  /** Lower-case words of the core, in order. */
  readonly words: readonly string[];
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  readLexicon(new URL('./function-words.tsv', import.meta.url), 1).map(([word = '']) => word),
);
const AGAINST: ReadonlySet<string> = new Set(
  readLexicon(new URL('./acts-against.tsv', import.meta.url), 1).map(([word = '']) => word),
);

/** Words that may stand between the start of a phrase and the act it names. */
const LONGEST_LEAD = 2;

/** Joins what wink's lemmas keep apart (privatize, privatization) without a dictionary. */
export function stemOf(lower: string): string {
  const word = lower.replace(/'s?$/, '');
  return word.length > 6 ? word.slice(0, 6) : word.length > 3 ? word.replace(/s$/, '') : word;
}

export const isContent = (lower: string): boolean => /^[\p{L}\p{N}]/u.test(lower) && !FUNCTION_WORDS.has(lower);

/** Stems of the content words among lower-case words. */
export const contentStems = (words: readonly string[]): Set<string> => new Set(words.filter(isContent).map(stemOf));

export const wordsOf = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu) ?? [];

/** @param turnable whether the phrase may name an act against its core: only a phrase that a person gave does so on purpose */
export function issueWordsOf(phrase: string | null, turnable: boolean): IssueWords {
  const words = wordsOf(phrase ?? '');
  const content = words.filter(isContent);
  const act = content.slice(0, LONGEST_LEAD).findIndex((word) => AGAINST.has(word));
  const turns = turnable && act >= 0 && content.length > act + 1 && opensOrGoverns(words, content[act]!);
  const core = turns ? content.slice(act + 1) : content;
  return {
    sign: turns ? -1 : 1,
    core: new Set(core.map(stemOf)),
    all: contentStems(words),
    words: turns ? words.slice(words.indexOf(content[act]!) + 1) : words,
  };
}

/** "Banning X" and "a ban on X" act on what follows; "the ban debate" does not. */
function opensOrGoverns(words: readonly string[], act: string): boolean {
  const at = words.indexOf(act);
  return act.endsWith('ing') || at === 0 || /^(?:of|on|to|against|from|with|for)$/.test(words[at + 1] ?? '');
}
