import type { PagePiece } from './page-blocks.ts';

/** As many like blocks in a row are the controls of a gallery or of numbered pages; an author's section numbers stand apart. */
const FEWEST = 3;
const LONGEST = 80;

const SENTENCE = /[.!?…]["”’)]*$/;

/** Without runs of the same short line that is no sentence, of short lines that only lead elsewhere, and of numbers and arrows alone. */
export function withoutControls(pieces: readonly PagePiece[]): PagePiece[] {
  const kept: PagePiece[] = [];
  for (let from = 0, to = 0; from < pieces.length; from = to) {
    const like = likenessOf(pieces[from]!);
    for (to = from + 1; to < pieces.length && likenessOf(pieces[to]!) === like; ) to++;
    const isControl = to - from >= FEWEST && like.length <= LONGEST && !SENTENCE.test(like);
    if (!isControl) for (const piece of pieces.slice(from, to)) kept.push(piece);
  }
  return kept;
}

/** The same for lines that belong to one control. */
function likenessOf({ text, linked }: PagePiece): string {
  if (/^(?:\d{1,3}|[<>«»‹›←→]{1,2})$/.test(text)) return 'number';
  return linked && text.length <= LONGEST && !SENTENCE.test(text) ? 'link' : text;
}
