import { isContent, stemOf, wordsOf } from '../4-decide/reading/issue-words.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';

const GENERIC: ReadonlySet<string> = new Set(
  readLexicon(new URL('./generic-issue-words.tsv', import.meta.url), 1).map(([word = '']) => stemOf(word)),
);
const LINKS = new Set([
  'of',
  'on',
  'in',
  'for',
  'to',
  'from',
  'with',
  'by',
  'against',
  'into',
  'at',
  'as',
  'that',
  'who',
]);

/** Words of a key: the head noun and what stands right before it. */
const WORDS = 2;

/**
 * The key under which issues of different articles are one: the head nouns of the phrase.
 *
 * The rule: cut the phrase at its prepositions; of each part drop function
 * words, words that head any issue ("bill", "reform", "repeal") and verbs in
 * -ing before a noun; the first part with something left gives its last two
 * words, as stems. A phrase of nothing else is its own key.
 */
export function issueKey(phrase: string): string {
  const parts: string[][] = [[]];
  for (const word of wordsOf(phrase)) {
    if (LINKS.has(word)) parts.push([]);
    else if (isContent(word)) parts.at(-1)!.push(word);
  }
  for (const part of parts) {
    const named = part
      .filter((word, at) => !(word.endsWith('ing') && word.length > 5 && at < part.length - 1))
      .map(stemOf)
      .filter((stem) => !GENERIC.has(stem));
    if (named.length > 0) return named.slice(-WORDS).join(' ');
  }
  return wordsOf(phrase).filter(isContent).map(stemOf).join(' ');
}
