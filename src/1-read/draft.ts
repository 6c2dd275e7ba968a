import type { Author, Block, BlockKind } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';

/** One article as a format's reader finds it, before its language and its id are settled. */
export interface Draft {
  readonly text: string;
  /** The blocks as the markup gives them, null for plain text. */
  readonly markup: readonly Block[] | null;
  readonly title: string | null;
  readonly authors: readonly Author[];
  /** ISO 8601. */
  readonly published: string | null;
  readonly url: string | null;
  /** As declared, any BCP 47 tag; null when nothing is declared. */
  readonly language: string | null;
  readonly section: string | null;
  readonly id: string | null;
  readonly issue: string | null;
  /** Which item of the document it is, such as `#3`; null when the document is one article. */
  readonly item: string | null;
  /** Of the item's own bytes, where they are not the whole document's. */
  readonly bytes: Buffer | null;
}

/** An item of a document that cannot become an article, while its neighbours can. */
export interface Refused {
  readonly refused: Problem;
  readonly id: string | null;
  readonly item: string | null;
  readonly bytes: Buffer | null;
}

const NOTHING: Draft = {
  text: '',
  markup: null,
  title: null,
  authors: [],
  published: null,
  url: null,
  language: null,
  section: null,
  id: null,
  issue: null,
  item: null,
  bytes: null,
};

export const draftOf = (known: Partial<Draft>): Draft => ({ ...NOTHING, ...known });

export const refused = (problem: Problem, where: Partial<Omit<Refused, 'refused'>> = {}): Refused => ({
  id: null,
  item: null,
  bytes: null,
  ...where,
  refused: problem,
});

/** A block's own text, before the blocks become one text. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
}

/** The text of an article that came as blocks: joined by blank lines, with the span of each; blank pieces fall out. */
export function joinPieces(pieces: readonly Piece[]): { text: string; markup: Block[] } {
  const markup: Block[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const { kind, text: raw } of pieces) {
    const text = raw.trim().toWellFormed();
    if (text === '') continue;
    markup.push({ kind, start, end: start + text.length });
    texts.push(text);
    start += text.length + 2;
  }
  return { text: texts.join('\n\n'), markup };
}
