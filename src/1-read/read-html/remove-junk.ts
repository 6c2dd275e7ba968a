import { readLexicon } from '../../lexicon/read-lexicon.ts';
import type { Element, Page } from './parse-page.ts';

const JUNK = readLexicon(new URL('./junk-classes.tsv', import.meta.url), 1).map(([words]) => ` ${words} `);

/** Parts that may be taken out whole; inline elements stay, they stand inside of sentences. */
const PARTS =
  'div, section, aside, ul, ol, nav, form, header, footer, p, dl, table, figure, h2, h3, h4, h5, h6, li, dialog';

/** A part that holds more of the page's paragraphs is the article, whatever it is called. */
const LARGEST_SHARE = 0.2;

/** Longer class attributes are styles spelled out. */
const LONGEST_NAMES = 500;

const HIDING =
  /(?:^|\s)(?:hidden|d-none|sr-only|visually-hidden|visuallyhidden|screen-reader-text|u-hidden|is-hidden)(?:\s|$)/;
const SHOWN_ELSEWHERE = /:(?:block|flex|grid|inline|table)/;

/** Takes out what names itself as something other than the article: promotions, share bars, bylines, hidden parts. */
export function removeJunk(page: Page): void {
  const whole = paragraphLength(page.body);
  const judged = new Map<string, boolean>();
  for (const part of page.querySelectorAll(PARTS)) {
    if (!isJunk(part, judged) && !isHidden(part)) continue;
    if (paragraphLength(part) <= whole * LARGEST_SHARE) part.remove();
  }
}

/** Class names repeat from element to element, so each is judged once a page. */
function isJunk(part: Element, judged: Map<string, boolean>): boolean {
  const names = `${part.getAttribute('class') ?? ''} ${part.getAttribute('id') ?? ''}`;
  if (names === ' ') return false;
  const known = judged.get(names);
  if (known !== undefined) return known;
  const words = ` ${names
    .slice(0, LONGEST_NAMES)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .join(' ')} `;
  const found = JUNK.some((junk) => words.includes(junk));
  judged.set(names, found);
  return found;
}

const isHidden = (part: Element): boolean => {
  const names = part.getAttribute('class') ?? '';
  return HIDING.test(names) && !SHOWN_ELSEWHERE.test(names);
};

function paragraphLength(part: Element): number {
  let length = 0;
  for (const paragraph of part.querySelectorAll('p')) length += paragraph.textContent?.length ?? 0;
  return length;
}
