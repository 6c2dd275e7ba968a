import type { Block } from '../../article/article.ts';
import type { Span } from '../../article/span.ts';

/** What stands between quotation marks; the span has the marks, `inner` has not. */
export interface Quotation extends Span {
  readonly inner: Span;
  /** False when the mark that should close it is missing: then it ends with its block. */
  readonly closed: boolean;
}

/** A mark that can close a quotation, by the one that opens it. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“',
  '‘': '’',
  "'": "'",
};
const SPACE_OR_OPENING = /[\s([{—–\-“"‘'«/]/;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The outermost quotations of each block, in document order. Straight marks open
 * after white space or an opening bracket; single marks are told from apostrophes
 * by the letters around them. Linear: each character is looked at once or twice.
 */
export function quotationsOf(text: string, blocks: readonly Block[]): Quotation[] {
  return blocks.flatMap((block) => inBlock(text, block));
}

/** What of a sentence is quoted. */
export interface Quoted {
  /** Characters between quotation marks, the marks among them. */
  readonly characters: number;
  /** Whether a quotation that it begins in goes on from the sentence before. */
  readonly goesOn: boolean;
}

/** What of each sentence is quoted, in one walk: both come in the order of the text, and neither overlaps its like. */
export function quotedIn(sentences: readonly Span[], quotations: readonly Quotation[]): Quoted[] {
  let first = 0;
  return sentences.map(({ start, end }) => {
    while (first < quotations.length && quotations[first]!.end <= start) first++;
    let characters = 0;
    for (let at = first; at < quotations.length && quotations[at]!.start < end; at++)
      characters += Math.min(quotations[at]!.end, end) - Math.max(quotations[at]!.start, start);
    return { characters, goesOn: first < quotations.length && quotations[first]!.start < start };
  });
}

function inBlock(text: string, block: Span): Quotation[] {
  const found: Quotation[] = [];
  const dead = new Set<string>();
  for (let at = block.start; at < block.end; at++) {
    const opening = text.charAt(at);
    if (CLOSERS[opening] === undefined || dead.has(opening) || !opens(text, at, block)) continue;
    const width = opening === "'" && text.charAt(at + 1) === "'" ? 2 : 1;
    const close = closing(text, at + width, block, opening, width);
    // A single mark that never closes is an apostrophe; so are all later ones of its kind.
    if (close < 0 && isSingle(opening) && width === 1) dead.add(opening);
    else if (close !== at + width) {
      const quotation = quotationOf(at, width, close, block);
      if (quotation.inner.start < quotation.inner.end) found.push(quotation);
      at = quotation.end - 1;
    }
  }
  return found;
}

function quotationOf(start: number, width: number, close: number, block: Span): Quotation {
  const end = close < 0 ? block.end : close + width;
  return { start, end, inner: { start: start + width, end: close < 0 ? block.end : close }, closed: close >= 0 };
}

const isSingle = (mark: string): boolean => mark === "'" || mark === '‘';

function opens(text: string, at: number, block: Span): boolean {
  const before = at === block.start ? ' ' : text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (at + 1 >= block.end || /\s/.test(after)) return false;
  if (text.charAt(at) === '“' || text.charAt(at) === '«' || text.charAt(at) === '„') return true;
  return SPACE_OR_OPENING.test(before) || before === "'";
}

/** Where the mark stands that closes the quotation whose inside begins at `from`, or −1. */
function closing(text: string, from: number, block: Span, opening: string, width: number): number {
  const closer = CLOSERS[opening]!;
  let depth = 0;
  for (let at = from; at < block.end; at++) {
    const mark = text.charAt(at);
    if (mark === opening && opening !== closer && !isSingle(opening)) depth++;
    else if (mark === closer && (width === 1 || text.charAt(at + 1) === closer) && closes(text, at, block, opening)) {
      if (depth === 0) return at;
      depth--;
    }
  }
  return -1;
}

function closes(text: string, at: number, block: Span, opening: string): boolean {
  if (opening === '“' || opening === '«' || opening === '„') return true;
  const before = text.charAt(at - 1);
  const after = at + 1 >= block.end ? ' ' : text.charAt(at + 1);
  if (isSingle(opening)) return !/\s/.test(before) && !LETTER.test(after) && !(before === 's' && /\s/.test(after));
  return !/\s/.test(before) || !LETTER.test(after);
}
