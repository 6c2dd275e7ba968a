import type { Span } from '../../article/span.ts';

/** Longest run of one character, or of non-space characters, that wink-nlp may see: it is quadratic on runs. */
export const LONGEST_RUN = { same: 40, token: 200 };

const LETTER = /[\u0100-\u024f\u1e00-\u1eff]/g;
const NO_DECOMPOSITION: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ŋ: 'n',
  Ŋ: 'N',
  œ: 'o',
  Œ: 'O',
  ŧ: 't',
  Ŧ: 'T',
  ſ: 's',
  ĸ: 'k',
  ƒ: 'f',
  ə: 'e',
  Ə: 'E',
  ơ: 'o',
  Ơ: 'O',
  ư: 'u',
  Ư: 'U',
  ǆ: 'd',
  ȷ: 'j',
  ɓ: 'b',
  Ɓ: 'B',
  ɗ: 'd',
  Ɗ: 'D',
  ƙ: 'k',
  Ƙ: 'K',
};

/**
 * The text as wink-nlp may see it, of the same length, position for position:
 * letters of Latin Extended become ASCII (wink cuts words at them), combining
 * marks and invisible characters that glue words become what keeps a word whole,
 * and every run that wink would be quadratic on is broken by blanks.
 */
export function shadowOf(text: string): string {
  const ascii = text
    .replace(LETTER, baseLetter)
    .replace(/[\u0300-\u036f]/g, 'x')
    .replace(/[’‘]/g, "'")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ' ');
  return breakRuns(ascii);
}

function baseLetter(letter: string): string {
  const base = NO_DECOMPOSITION[letter] ?? letter.normalize('NFD').charAt(0);
  return base.charCodeAt(0) < 0x100 ? base : letter === letter.toUpperCase() ? 'X' : 'x';
}

/** Linear: one pass, counting how long the run at hand is; a character of two code units is blanked whole. */
function breakRuns(text: string): string {
  let same = 0;
  let solid = 0;
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    same = i > 0 && code === text.charCodeAt(i - 1) ? same + 1 : 1;
    solid = code <= 32 || code === 0xa0 ? 0 : solid + 1;
    const isLowHalf = code >= 0xdc00 && code <= 0xdfff;
    if (isLowHalf || (same <= LONGEST_RUN.same && solid <= LONGEST_RUN.token)) continue;
    const width = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
    out += text.slice(from, i) + ' '.repeat(width);
    i += width - 1;
    from = i + 1;
    solid = 0;
    same = 0;
  }
  return out + text.slice(from);
}

/** The first run of characters without a space that is longer than wink may see; null when there is none. */
export function firstLongRun(text: string): Span | null {
  let start = 0;
  for (let end = 0; end <= text.length; end++) {
    const code = text.charCodeAt(end);
    if (code > 32 && code !== 0xa0) continue;
    if (end - start > LONGEST_RUN.token) return { start, end };
    start = end + 1;
  }
  return null;
}
