import type { BlockKind } from '../../article/article.ts';
import type { Piece } from '../draft.ts';
import { withoutMarks } from './inline.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(.*)$/;
const QUOTE = /^ {0,3}>\s?(.*)$/;
/** Link definitions, Jekyll and Hugo tags, kramdown attributes, HTML comments and lone tags: lines that no reader sees. */
const UNSEEN = /^\s*(?:\[[^\]]+\]:\s*\S.*|\{%.*%\}|\{\{.*\}\}|\{:.*\}|<!--.*-->|<\/?[a-zA-Z][^>]*>)\s*$/;

/** The blocks of a Markdown text with their inline marks removed; a first heading of the first rank is the title. */
export function markdownBlocks(source: string): Piece[] {
  const blocks = new Blocks();
  for (const line of withoutComments(source).split(/\r\n|[\n\r]/)) blocks.add(line);
  return blocks.end();
}

class Blocks {
  #pieces: Piece[] = [];
  #lines: string[] = [];
  #kind: BlockKind = 'paragraph';
  #fence: string | null = null;

  add(line: string): void {
    const fence = FENCE.exec(line)?.[1];
    if (this.#fence !== null) this.#inFence(line, fence);
    else if (fence !== undefined) this.#open(fence);
    else if (line.trim() === '' || UNSEEN.test(line)) this.#close();
    else this.#addText(line);
  }

  end(): Piece[] {
    this.#close();
    return this.#pieces;
  }

  /** Code stays as it is, a block a fence. */
  #inFence(line: string, fence: string | undefined): void {
    const closes = fence?.startsWith(this.#fence!) ?? false;
    if (!closes) this.#lines.push(line);
    else {
      this.#push('paragraph', this.#lines.join('\n'));
      this.#fence = null;
      this.#lines = [];
    }
  }

  #open(fence: string): void {
    this.#close();
    this.#fence = fence;
  }

  #addText(line: string): void {
    const heading = HEADING.exec(line);
    const underline = this.#kind === 'paragraph' && this.#lines.length > 0 ? UNDERLINE.exec(line) : null;
    if (heading) this.#addHeading(heading[1]!.length, heading[2] ?? '');
    else if (underline) this.#underlined(underline[1]!.startsWith('=') ? 1 : 2);
    else if (RULE.test(line)) this.#close();
    else this.#addLine(line);
  }

  #addHeading(rank: number, text: string): void {
    this.#close();
    this.#push(rank === 1 && this.#pieces.length === 0 ? 'title' : 'heading', withoutMarks(text));
  }

  #underlined(rank: number): void {
    const text = this.#lines.join(' ');
    this.#lines = [];
    this.#addHeading(rank, text);
  }

  #addLine(line: string): void {
    const item = ITEM.exec(line)?.[1];
    const quote = QUOTE.exec(line)?.[1];
    if (item !== undefined || (quote !== undefined && this.#kind !== 'quote')) this.#close();
    if (item !== undefined) this.#kind = 'item';
    if (quote !== undefined) this.#kind = 'quote';
    if (quote?.trim() === '') this.#lines.push('');
    else this.#lines.push((item ?? quote ?? line).trim());
  }

  #close(): void {
    const kind = this.#kind;
    for (const part of this.#lines.join('\n').split(/\n\n+/))
      this.#push(kind, withoutMarks(part.replaceAll('\n', ' ')));
    this.#lines = [];
    this.#kind = 'paragraph';
  }

  #push(kind: BlockKind, text: string): void {
    if (text.trim() !== '') this.#pieces.push({ kind, text });
  }
}

/** An open comment runs to the end, as browsers have it. */
function withoutComments(source: string): string {
  let out = '';
  for (let from = 0; ; ) {
    const start = source.indexOf('<!--', from);
    if (start < 0) return out + source.slice(from);
    const end = source.indexOf('-->', start);
    out += source.slice(from, start);
    if (end < 0) return out;
    from = end + 3;
  }
}
