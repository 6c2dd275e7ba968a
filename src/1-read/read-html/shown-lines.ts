import type { Element, Page } from './parse-page.ts';
import { plainText } from './plain-text.ts';

/** Elements that hold one short line and no other element of the kind. */
const LINES = 'p, span, div, h4, h5, h6, address, small, em, strong, li, a';
const LONGEST_LINE = 80;
const MOST_LINES = 3000;

/** Short lines in the order of the page; the article's own stand near the top. */
export function* shortLines(page: Page): Generator<string> {
  let left = MOST_LINES;
  for (const element of page.querySelectorAll(LINES)) {
    if (left-- === 0) return;
    if (element.children.length < 4 && (element.textContent?.length ?? 0) < 2 * LONGEST_LINE) {
      const line = lineOf(element);
      if (line !== '' && line.length <= LONGEST_LINE) yield line;
    }
  }
}

/** What an element shows, as one line. */
export const lineOf = (element: Element): string => plainText(element.textContent ?? '');
