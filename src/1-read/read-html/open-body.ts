import { type Element, isElement, isText, type Node } from './parse-page.ts';

/** Elements that do not open the body where its tag has been left out. Source: HTML Living Standard, 13.2.6.4.4–13.2.6.4.6. */
const OF_HEAD: ReadonlySet<string> = new Set('base link meta noscript script style template title'.split(' '));

interface Parent extends Element {
  append(node: Node): void;
  prepend(node: Node): void;
  after(node: Node): void;
}

interface Tree {
  readonly documentElement: Parent;
  createElement(name: string): Parent;
  querySelector(selector: string): Parent | null;
}

/**
 * Puts head and body where a browser does: their tags may be left out, and real pages have scripts between them,
 * paragraphs in the head, an `html` in the `html`. The parser takes a body that does not follow the head for none.
 */
export function openBody(tree: Tree): void {
  const root = tree.documentElement;
  const head = tree.querySelector('html > head') ?? tree.createElement('head');
  const body = tree.querySelector('body') ?? tree.createElement('body');
  const parts = [...root.childNodes];
  const at = parts.indexOf(body);
  root.prepend(head);
  head.after(body);
  const stray = (from: number, to: number) =>
    parts
      .slice(from, to)
      .filter((node) => node !== head && node !== body)
      .flatMap(unwrapped);
  const before = [...misplaced([...head.childNodes]), ...stray(0, at < 0 ? parts.length : at)];
  const opens = before.findIndex((node) => !isOfHead(node));
  for (const node of opens < 0 ? before : before.slice(0, opens)) head.append(node);
  for (const node of opens < 0 ? [] : before.slice(opens).reverse()) body.prepend(node);
  for (const node of at < 0 ? [] : stray(at + 1, parts.length)) body.append(node);
}

/** What stands in the head from the first thing on that does not belong there. */
function misplaced(nodes: readonly Node[]): readonly Node[] {
  const first = nodes.findIndex((node) => !isOfHead(node));
  return first < 0 ? [] : nodes.slice(first);
}

/** What stands in an `html` or `body` more than there can be. */
const unwrapped = (node: Node): readonly Node[] =>
  isElement(node) && /^(?:html|head|body)$/.test(node.localName) ? [...node.childNodes].flatMap(unwrapped) : [node];

const isOfHead = (node: Node): boolean =>
  isElement(node) ? OF_HEAD.has(node.localName) : !isText(node) || (node.textContent ?? '').trim() === '';
