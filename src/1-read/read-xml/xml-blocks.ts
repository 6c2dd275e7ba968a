import type { BlockKind } from '../../article/article.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import type { Piece } from '../draft.ts';
import { isXmlElement, type XmlElement } from './parse-xml.ts';

type ElementKind = BlockKind | 'silent' | 'inline' | 'break';

const KINDS = new Map(readLexicon(new URL('./element-kinds.tsv', import.meta.url), 2) as [string, ElementKind][]);

/** The blocks in an element, in reading order; elements that the list does not know are inline. */
export function xmlBlocks(root: XmlElement): Piece[] {
  const pieces: Piece[] = [];
  let line = '';
  const flush = (kind: BlockKind) => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') pieces.push({ kind, text });
    line = '';
  };
  const visit = (element: XmlElement, around: BlockKind): void => {
    const kind = KINDS.get(element.name) ?? 'inline';
    if (kind === 'silent') return;
    if (kind === 'break') line += ' ';
    const isBlock = kind !== 'inline' && kind !== 'break';
    const own = isBlock ? inside(around, kind) : around;
    if (isBlock) flush(around);
    for (const child of element.children) {
      if (isXmlElement(child)) visit(child, own);
      else line += child;
    }
    if (isBlock) flush(own);
  };
  for (const child of root.children) {
    if (isXmlElement(child)) visit(child, 'paragraph');
    else line += child;
  }
  flush('paragraph');
  return pieces;
}

/** A paragraph in a quotation is quoted, one in a list item is an item. */
const inside = (around: BlockKind, kind: BlockKind): BlockKind =>
  kind === 'paragraph' && around !== 'heading' ? around : kind;
