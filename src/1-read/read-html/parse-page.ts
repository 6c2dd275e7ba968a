import { parseHTML } from 'linkedom';
import { ArticleRejected } from '../../article/problem.ts';
import { LIMITS } from '../options.ts';
import { openBody } from './open-body.ts';

/** What we use of the DOM, so that the browser's global types need not be loaded. */
export interface Node {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<Node> & Iterable<Node>;
  readonly parentNode: Element | null;
}

export interface Element extends Node {
  readonly localName: string;
  readonly className: string;
  readonly children: ArrayLike<Element> & Iterable<Element>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>;
  closest(selector: string): Element | null;
  matches(selector: string): boolean;
  remove(): void;
  removeAttribute(name: string): void;
}

export interface Page extends Element {
  readonly documentElement: Element;
  readonly body: Element;
  readonly title: string;
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): boolean => node.nodeType === 3;

/** Elements that HTML closes by itself, or that hold nothing: they do not nest. */
const FLAT: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup'.split(
    ' ',
  ),
);

/** Elements in which nothing else is an element. */
const OPAQUE: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

const TAG = /<(?:!--|(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40}))/g;

/**
 * The DOM of a page or a fragment. No script is run: linkedom has no engine for them.
 *
 * @throws ArticleRejected `nested-too-deep`, before the parser or any recursion sees the page
 */
export function parsePage(html: string): Page {
  if (depthOf(html) > LIMITS.depth) throw new ArticleRejected({ code: 'nested-too-deep', limit: LIMITS.depth });
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html>${html}</html>`);
  openBody(document as never);
  return document as unknown as Page;
}

/** How deep elements stand in each other, by counting tags; what looks like tags in comments and scripts is skipped. */
function depthOf(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let deepest = 0;
  for (TAG.lastIndex = 0; ; ) {
    const tag = TAG.exec(html);
    if (tag === null) return deepest;
    const name = tag[2]?.toLowerCase();
    if (name === undefined) skipTo(html, '-->');
    else if (tag[1] !== '/' && OPAQUE.has(name)) skipTo(html, `</${name}`);
    else {
      const closed = endOfTag(html);
      const step = tag[1] === '/' ? -1 : FLAT.has(name) || (closed && isForeign(open)) ? 0 : 1;
      const count = (open.get(name) ?? 0) + step;
      if (count >= 0) open.set(name, count);
      if (count >= 0) depth += step;
      deepest = Math.max(deepest, depth);
    }
  }
}

/** In drawings and formulas, `<path/>` closes itself; in HTML, `<div/>` does not. */
const isForeign = (open: ReadonlyMap<string, number>): boolean =>
  (open.get('svg') ?? 0) > 0 || (open.get('math') ?? 0) > 0;

/** Moves the scanner behind the tag; whether it ended in `/>`. */
function endOfTag(html: string): boolean {
  skipTo(html, '>');
  return html.charAt(TAG.lastIndex - 2) === '/';
}

/** Moves the scanner behind the next `mark`; without one the rest of the page is passed over. */
function skipTo(html: string, mark: string): void {
  const end = html.indexOf(mark, TAG.lastIndex);
  TAG.lastIndex = end < 0 ? html.length : end + mark.length;
}
