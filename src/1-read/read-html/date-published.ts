import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { isoDate } from '../iso-date.ts';
import type { Page } from './parse-page.ts';
import { lineOf, shortLines } from './shown-lines.ts';

const DATES = readLexicon(new URL('./date-selectors.tsv', import.meta.url), 1).map(([selector]) => selector!);

/** When the page was published, as an ISO date: by its metadata, else as it shows, else by its address. */
export function datePublished(page: Page, claims: readonly (string | null)[], url: string | null): string | null {
  for (const claim of claims) {
    const date = claim ? isoDate(claim) : null;
    if (date !== null) return date;
  }
  return shownDate(page) ?? dateInAddress(url) ?? writtenDate(page);
}

function shownDate(page: Page): string | null {
  for (const selector of DATES) {
    for (const element of page.querySelectorAll(selector)) {
      const date = isoDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? lineOf(element));
      if (date !== null) return date;
    }
  }
  return null;
}

/** `/2019/11/18/` or `/2019-11-18-…` or `/2019/nov/18/` or `/2010/POLITICS/08/13/` in the page's address. */
function dateInAddress(url: string | null): string | null {
  const [, year, month, day] =
    /\/((?:19|20)\d{2})(?:\/[A-Z]{2,20}\/|[/-]?)(\d{2}|[a-z]{3})[/-]?(\d{2})(?=[/_-]|$)/.exec(url ?? '') ?? [];
  if (year === undefined) return null;
  return isoDate(/^\d/.test(month!) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`);
}

/** The last resort: a line that is a date and nothing else. */
function writtenDate(page: Page): string | null {
  for (const line of shortLines(page)) {
    const isDate = line.length < 40 && /\d{4}/.test(line) && (line.match(/\p{L}+/gu)?.length ?? 0) <= 5;
    const date =
      isDate && !line.includes('©') ? isoDate(line.replace(/^(?:published|posted|updated)(?:\s+on)?:?\s+/i, '')) : null;
    if (date !== null) return date;
  }
  return null;
}
