import { type Abbreviations, OPENERS } from './abbreviations.ts';

/** Terminators, then whatever closes with them, then white space. Linear: the three classes are disjoint. */
const CANDIDATE = /[.!?…]+["'”’»)\]*_]*(?=\s|$)/gu;
const OPENING = /^[\s"'“‘«([*_–—-]*/u;
/** How far back a word before a full stop may reach; longer ones are no abbreviations. */
const LONGEST_ABBREVIATION = 12;

/**
 * Where sentences end inside one block.
 *
 * @returns positions in `block`, ascending, each after the sentence's last character; the block's own end is not among them
 */
export function boundaries(block: string, abbreviations: Abbreviations): number[] {
  const ends: number[] = [];
  for (const match of block.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    const rest = block.slice(end, end + 60);
    if (rest.trim() !== '' && endsSentence(block, match.index, match[0], rest, abbreviations)) ends.push(end);
  }
  return ends;
}

function endsSentence(block: string, at: number, mark: string, rest: string, abbreviations: Abbreviations): boolean {
  const next = rest.replace(OPENING, '');
  if (startsLower(next)) return false;
  if (mark[0] !== '.' || mark[1] === '.' || mark[1] === '?' || mark[1] === '!') return !isTag(mark, next);
  const word = wordBefore(block, at);
  if (isListNumber(block, at, word)) return false;
  return endsAfter(word, block, at, mark, next, abbreviations);
}

/** A full stop after `word`: the end of the sentence, of an abbreviation, or of both. */
function endsAfter(
  word: string,
  block: string,
  at: number,
  mark: string,
  next: string,
  abbreviations: Abbreviations,
): boolean {
  const kind = abbreviations.get(word) ?? abbreviations.get(word.replace(/^.*-(?=[A-Z])/u, ''));
  const nextWord = /^[\p{L}\p{M}'’]+/u.exec(next)?.[0] ?? '';
  if (kind === 'title') return mark.length > 1;
  if (kind === 'inner') return false;
  if (kind === 'number') return !/^[\d§#]/.test(next);
  if (kind === 'end' || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return mark.length > 1 || OPENERS.has(nextWord);
  if (/^\p{Lu}$/u.test(word)) return endsAfterInitial(word, block, at, nextWord);
  return true;
}

/** "J. K. Rowling" goes on; "vitamin C. The" does not; the pronoun "I." never is an initial before an opener. */
function endsAfterInitial(word: string, block: string, at: number, nextWord: string): boolean {
  if (!OPENERS.has(nextWord)) return false;
  const before = /([\p{L}.'’-]+)\s+\p{Lu}$/u.exec(block.slice(Math.max(0, at - 40), at))?.[1] ?? '';
  return word === 'I' || !/^\p{Lu}/u.test(before) || nextWord.length > 1;
}

const startsLower = (next: string): boolean => /^\p{Ll}/u.test(next) && !/^(?:i[A-Z]|e[A-Z])/.test(next);

/** `“Why?” Smith asked.`: the question belongs to the sentence that reports it. */
const isTag = (mark: string, next: string): boolean =>
  /["'”’]/.test(mark) && /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}(?:said|asked|says|asks|wrote|replied)\b/u.test(next);

const wordBefore = (block: string, at: number): string =>
  /[\p{L}\p{N}.&-]+$/u.exec(block.slice(Math.max(0, at - LONGEST_ABBREVIATION), at))?.[0].replace(/^[.-]+/, '') ?? '';

/** "1. First": a number that opens its block, up to three digits. */
const isListNumber = (block: string, at: number, word: string): boolean =>
  at <= 6 && /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/.test(word) && block.slice(0, at - word.length).trim() === '';
