import { type Span, splitsPair } from '../../article/span.ts';
import type { OpedRecord, RecordEntity, RecordSentence } from '../record.ts';

/** White space that is not one plain space: most words of a text stand a plain space apart, and need no replacing. */
const UNEVEN = /[^\S ]\s*| \s+/g;

const onOneLine = (words: string): string => words.replace(UNEVEN, ' ').trim();

/** The words of a span on one line: in a table a line break inside a sentence is only noise. */
export const lineOf = (text: string, { start, end }: Span): string => onOneLine(text.slice(start, end));

/** Characters shown on either side of a name or marker. */
const AROUND = 50;

/** The words around a span, the span itself in ⟨ ⟩, so that a row can be judged without the article. */
export function contextOf(text: string, { start, end }: Span, sentence: Span): string {
  const from = whole(text, Math.max(sentence.start, start - AROUND));
  const to = whole(text, Math.min(Math.max(sentence.end, end), end + AROUND));
  const before = (from > sentence.start ? '… ' : '') + text.slice(from, start);
  const after = text.slice(end, to) + (to < sentence.end ? ' …' : '');
  return onOneLine(`${before}⟨${text.slice(start, end)}⟩${after}`);
}

/** The position, or the next one where it would part a character. */
const whole = (text: string, position: number): number => (splitsPair(text, position) ? position + 1 : position);

/** Index of the sentence in which a position lies, or of the last one before it; −1 before the first. */
export function sentenceAt(sentences: readonly Pick<RecordSentence, 'start'>[], position: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The entity's name for its id; words that are no id stand as they are. */
export const nameOf = (entities: readonly RecordEntity[], holder: string | null): string | null =>
  holder === null ? null : (entities.find(({ id }) => id === holder)?.name ?? holder);

/** "1 sentence", "2 sentences". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const wordsIn = ({ profile: { author, other } }: Pick<OpedRecord, 'profile'>): number =>
  author.words + other.words;

/** Per 1,000 words, two decimals; 0 for an empty text. */
export const perThousand = (count: number, words: number): number =>
  words === 0 ? 0 : Math.round((count / words) * 1e5) / 100;

export const authorsOf = ({ authors }: Pick<OpedRecord, 'authors'>): string =>
  authors.map(({ name }) => name).join('; ');
