/** What a terminal must not be sent: these move its cursor, set its title, or colour what follows. */
const CONTROLS = /[\0-\x1f\x7f-\x9f]/g;

/** Text on one line, for eyes. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(CONTROLS, '\uFFFD');

/** Breaks text into lines of at most `width` characters at white space; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of flat(text).split(' ')) {
    for (const part of cutWord(word, width)) {
      if (line !== '' && line.length + 1 + part.length > width) {
        lines.push(line);
        line = part;
      } else line = line === '' ? part : `${line} ${part}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function cutWord(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let from = 0; from < word.length || from === 0; from += width) parts.push(word.slice(from, from + width));
  return parts;
}

/** Two lists of lines beside each other, each column `width` wide, with `gap` between them. */
export function sideBySide(left: readonly string[], right: readonly string[], width: number, gap = ' │ '): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${(left[index] ?? '').padEnd(width)}${gap}${right[index] ?? ''}`.trimEnd(),
  );
}

/** A list item whose further lines stand under its first. */
export const item = (mark: string, text: string, width: number): string[] =>
  wrap(text, width - mark.length).map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
