import type { Piece } from '../draft.ts';

/** As many like blocks in a row are the controls of a gallery or of numbered pages; an author's section numbers stand apart. */
const FEWEST = 3;
const LONGEST = 80;

const SENTENCE = /[.!?…]["”’)]*$/;

/** Without runs of the same short line that is no sentence, and of numbers and arrows alone. */
export function withoutControls<T extends Piece>(pieces: readonly T[]): T[] {
  const kept: T[] = [];
  for (let from = 0, to = 0; from < pieces.length; from = to) {
    const like = likenessOf(pieces[from]!.text);
    for (to = from + 1; to < pieces.length && likenessOf(pieces[to]!.text) === like; ) to++;
    const isControl = to - from >= FEWEST && like.length <= LONGEST && !SENTENCE.test(like);
    if (!isControl) for (const piece of pieces.slice(from, to)) kept.push(piece);
  }
  return kept;
}

/** The same for lines that belong to one control. */
const likenessOf = (line: string): string => (/^(?:\d{1,3}|[<>«»‹›←→]{1,2})$/.test(line) ? '#' : line);
