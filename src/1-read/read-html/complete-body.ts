import type { PagePiece } from './page-blocks.ts';
import { letters } from './plain-text.ts';

/** Shorter blocks are compared with the whole metadata text at the risk of chance. */
const SHORTEST_TWIN = 12;
const SHORTEST_PARAGRAPH = 80;

/**
 * Readability takes one container and its like neighbours; articles cut into
 * several, and subheadings, get lost. Two witnesses bring them back: the text
 * that schema.org metadata repeat, and the element names around the paragraphs
 * that were found.
 *
 * @param all every block of the page, in order
 * @param body the article's text in the metadata, null without it
 */
export function completed(found: readonly PagePiece[], all: readonly PagePiece[], body: string | null): PagePiece[] {
  const texts = new Set(found.map(({ text }) => text));
  const around = commonAround(all.filter(({ text }) => texts.has(text)));
  const repeated = body === null ? '' : letters(body);
  const isOurs = ({ text, around: own, kind }: PagePiece) =>
    (text.length >= SHORTEST_TWIN && repeated.includes(letters(text))) ||
    (around !== null && own === around && kind === 'paragraph' && text.length >= SHORTEST_PARAGRAPH);
  const lost = new Map<string, PagePiece[]>();
  let before = '';
  for (const piece of all) {
    if (texts.has(piece.text)) before = piece.text;
    else if (isOurs(piece)) lost.set(before, [...(lost.get(before) ?? []), piece]);
  }
  return [...(lost.get('') ?? []), ...found.flatMap((piece) => take(piece, lost))];
}

/** A block and what was lost behind it, once. */
function take(piece: PagePiece, lost: Map<string, PagePiece[]>): PagePiece[] {
  const behind = lost.get(piece.text) ?? [];
  lost.delete(piece.text);
  return [piece, ...behind];
}

/** The names around most of the found long paragraphs; null when they are nothing of their own. */
function commonAround(pieces: readonly PagePiece[]): string | null {
  const counts = new Map<string, number>();
  const long = pieces.filter(({ kind, text }) => kind === 'paragraph' && text.length >= SHORTEST_PARAGRAPH);
  for (const { around } of long) counts.set(around, (counts.get(around) ?? 0) + 1);
  for (const [around, count] of counts) if (count * 2 > long.length && /[.][a-z]/i.test(around)) return around;
  return null;
}
