import type { BlockKind } from '../../article/article.ts';
import type { Piece } from '../draft.ts';
import { type Element, isElement, isText, type Node } from './parse-page.ts';

/** Elements that stand in lines of their own. */
const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Elements whose content is not text of the article. */
const SILENT: ReadonlySet<string> = new Set(
  'script style noscript template svg math canvas object embed iframe video audio button select textarea input form nav head title'.split(
    ' ',
  ),
);

const HEADING = /^h[1-6]$/;

/** A block and the element it stands in. */
export interface PagePiece extends Piece {
  /** Name and classes of the parent of the block's element, such as `div.article__content`. */
  readonly around: string;
  /** All of it leads elsewhere. */
  readonly linked: boolean;
}

/** The blocks of a piece of a page in reading order: the text of each run of inline content between two block borders. */
export function pageBlocks(root: Element): PagePiece[] {
  const pieces: PagePiece[] = [];
  let line = '';
  let unlinked = '';
  const flush = (kind: BlockKind, element: Element) => {
    const text = tidy(line);
    const linked = !/[\p{L}\p{N}]/u.test(unlinked);
    if (text !== '') pieces.push({ kind, text, around: nameOf(element.parentNode), linked });
    line = unlinked = '';
  };
  const visit = (node: Node, kind: BlockKind, block: Element, inLink: boolean): void => {
    if (isText(node)) {
      line += (node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' ');
      if (!inLink) unlinked += node.textContent ?? '';
    }
    if (!isElement(node) || SILENT.has(node.localName)) return;
    if (node.localName === 'br') breakLine(kind, block);
    const own = kindOf(node, kind);
    const isBlock = BLOCK.has(node.localName);
    const isLink = inLink || node.localName === 'a';
    if (isBlock) flush(kind, block);
    for (const child of node.childNodes) visit(child, own, isBlock ? node : block, isLink);
    if (isBlock) flush(own, node);
  };
  /** Two line breaks in a row part paragraphs, one is white space. */
  const breakLine = (kind: BlockKind, block: Element): void => {
    if (/\n\s*$/.test(line)) flush(kind, block);
    else line += '\n';
  };
  visit(root, 'paragraph', root, false);
  flush('paragraph', root);
  return pieces;
}

const nameOf = (element: Element | null): string =>
  element === null ? '' : `${element.localName ?? ''}.${element.getAttribute?.('class') ?? ''}`;

function kindOf(element: Element, around: BlockKind): BlockKind {
  const name = element.localName;
  if (HEADING.test(name)) return 'heading';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  if (name === 'blockquote' || name === 'q') return 'quote';
  if (name === 'li' || name === 'dd' || name === 'dt') return around === 'quote' ? 'quote' : 'item';
  return around;
}

/** White space as a browser shows it; no-break spaces stay, soft hyphens and zero-width marks go. */
const tidy = (line: string): string =>
  line
    .replace(/[\u00AD\u200B\uFEFF]/g, '')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/^ | $/g, '');
