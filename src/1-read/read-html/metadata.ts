import type { Author } from '../../article/article.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { isoDate } from '../iso-date.ts';
import { type LinkedData, linkedData } from './linked-data.ts';
import type { Element, Page } from './parse-page.ts';
import { plainText } from './plain-text.ts';
import { isSite, sitesOf, titleOf } from './title.ts';

export interface Metadata {
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly section: string | null;
  /** The article's text as schema.org metadata repeat it, to compare the page's blocks with. */
  readonly body: string | null;
}

const META_NAMES = readLexicon(new URL('./meta-names.tsv', import.meta.url), 2);
const BYLINES = readLexicon(new URL('./byline-selectors.tsv', import.meta.url), 1).map(([selector]) => selector!);
const DATES = readLexicon(new URL('./date-selectors.tsv', import.meta.url), 1).map(([selector]) => selector!);
const LONGEST_BYLINE = 250;

/** Title, authors, date, address, language and section of a page: JSON-LD, then meta elements, then what the page shows. */
export function metadataOf(page: Page, url: string | null): Metadata {
  const linked = linkedData(page);
  const meta = metaOf(page);
  const address = canonical(page) ?? linked?.url ?? meta('url')[0] ?? url;
  const sites = sitesOf(meta('site'), address ?? null);
  return {
    title: titleOf(page, [linked?.title, ...meta('title')], sites),
    authors: authorsOf(page, linked, meta, sites),
    published: publishedOf(page, linked, meta, address),
    url: address,
    language: page.documentElement?.getAttribute('lang') || linked?.language || meta('language')[0] || null,
    section: [linked?.section, linked?.genre, ...meta('section')].filter(Boolean).join(', ') || null,
    body: linked?.body ?? null,
  };
}

type Meta = (field: string) => string[];

/** All values of a field, in the order of preference of its names. */
function metaOf(page: Page): Meta {
  const values = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta')) {
    const content = plainText(element.getAttribute('content') ?? element.getAttribute('value') ?? '');
    const keys = ['property', 'name', 'itemprop', 'http-equiv'].map((name) =>
      element.getAttribute(name)?.toLowerCase(),
    );
    for (const key of new Set(keys)) if (key && content) values.set(key, [...(values.get(key) ?? []), content]);
  }
  return (field) => META_NAMES.filter(([ours]) => ours === field).flatMap(([, name]) => values.get(name!) ?? []);
}

/** Persons before organizations: a paper that names itself as author has often named a person elsewhere. */
function authorsOf(page: Page, linked: LinkedData | null, meta: Meta, sites: readonly string[]): Author[] {
  const claimed = [linked?.authors ?? [], meta('author')].map((fields) =>
    cleanAuthors(fields.filter((field) => !/^https?:/.test(field))),
  );
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
      .map(lineOf)
      .filter((line) => line.length > 2 && line.length < LONGEST_BYLINE);
    const authors = cleanAuthors(lines.slice(0, 6));
    if (authors.length > 0) return authors;
  }
  return null;
}

/** Elements that hold one short line and no other element of the kind. */
const LINES = 'p, span, div, h4, h5, h6, address, small, em, strong, li, a';
const LONGEST_LINE = 80;
const MOST_LINES = 3000;

/** Short lines in the order of the page; the article's own stand near the top. */
function* shortLines(page: Page): Generator<string> {
  let left = MOST_LINES;
  for (const element of page.querySelectorAll(LINES)) {
    if (left-- === 0) return;
    if (element.children.length < 4 && (element.textContent?.length ?? 0) < 2 * LONGEST_LINE) {
      const line = lineOf(element);
      if (line !== '' && line.length <= LONGEST_LINE) yield line;
    }
  }
}

/** The last resort: a line of its own that begins with "By". */
function writtenByline(page: Page): Author[] {
  for (const line of shortLines(page))
    if (/^[Bb][Yy]:?\s+\p{Lu}/u.test(line) && cleanAuthors([line]).length > 0) return cleanAuthors([line]);
  return [];
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

const lineOf = (element: Element): string => plainText(element.textContent ?? '');

function publishedOf(page: Page, linked: LinkedData | null, meta: Meta, url: string | null): string | null {
  for (const claim of [linked?.published, ...meta('published')]) {
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

/** `/2019/11/18/` or `/2019-11-18-…` or `/2019/nov/18/` in the page's address. */
function dateInAddress(url: string | null): string | null {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-]?(\d{2}|[a-z]{3})[/-]?(\d{2})(?=[/_-]|$)/.exec(url ?? '') ?? [];
  if (year === undefined) return null;
  return isoDate(/^\d/.test(month!) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`);
}

/** `<link rel=canonical>`, absolute only: nothing is fetched or resolved. */
function canonical(page: Page): string | null {
  const href = page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null;
  return href !== null && /^https?:\/\//.test(href) ? href : null;
}
