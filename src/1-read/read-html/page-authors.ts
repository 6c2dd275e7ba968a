import type { Author } from '../../article/article.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { cleanAuthors } from '../clean-authors.ts';
import type { Element, Page } from './parse-page.ts';
import { lineOf, shortLines } from './shown-lines.ts';
import { isSite } from './title.ts';

const BYLINES = readLexicon(new URL('./byline-selectors.tsv', import.meta.url), 1).map(([selector]) => selector!);
const LONGEST_BYLINE = 250;
/** Elements by one selector that are looked at; a page may hold any number of them. */
const MOST_BYLINES = 50;

/**
 * Who wrote the page: by its metadata, else by the bylines it shows.
 * Persons before organizations: a paper that names itself as author has often named a person elsewhere.
 *
 * @param claims fields that name authors, source by source, the most trusted first
 * @param sites what the site calls itself, as letters
 */
export function pageAuthors(page: Page, claims: readonly (readonly string[])[], sites: readonly string[]): Author[] {
  const claimed = claims.map((fields) => cleanAuthors(fields.filter((field) => !/^https?:/.test(field))));
  const persons = claimed
    .map((authors) => authors.filter(({ name }) => !isSite(name, sites)))
    .find((authors) => authors.length > 0);
  if (persons) return persons;
  const shown = shownBylines(page) ?? writtenByline(page);
  return shown.length > 0 ? shown : (claimed.find((authors) => authors.length > 0) ?? []);
}

/** Bylines as the page shows them, by the first selector that finds one. */
function shownBylines(page: Page): Author[] | null {
  for (const selector of BYLINES) {
    const lines = [...page.querySelectorAll(selector)]
      .slice(0, MOST_BYLINES)
      .filter((element) => !isElsewhere(element))
      .map(lineOf)
      .filter((line) => line.length > 2 && line.length < LONGEST_BYLINE);
    const authors = cleanAuthors(lines.slice(0, 6));
    if (authors.length > 0) return authors;
  }
  return null;
}

const ELSEWHERE_NAMES = readLexicon(new URL('./elsewhere-names.tsv', import.meta.url), 1).map(([name]) => name!);
const ELSEWHERE = new RegExp(String.raw`(?:^|[\s_-])(?:${ELSEWHERE_NAMES.join('|')})(?:$|[\s_-])`, 'i');

/** Whether it stands among comments, or beside other articles: in a part of the page that does not hold the headline. */
function isElsewhere(element: Element): boolean {
  for (let part: Element | null = element; part?.getAttribute; part = part.parentNode) {
    const names = `${part.getAttribute('class') ?? ''} ${part.getAttribute('id') ?? ''}`;
    if (/^(?:aside|nav|footer)$/.test(part.localName) || ELSEWHERE.test(names))
      return part.querySelector('h1') === null;
  }
  return false;
}

/** The last resort: a line of its own that begins with "By". */
function writtenByline(page: Page): Author[] {
  for (const line of shortLines(page))
    if (/^[Bb][Yy]:?\s+\p{Lu}/u.test(line) && cleanAuthors([line]).length > 0) return cleanAuthors([line]);
  return [];
}
