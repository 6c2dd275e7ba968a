import type { Author } from '../../article/article.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { isoDate } from '../iso-date.ts';
import { type LinkedData, linkedData } from './linked-data.ts';
import type { Element, Page } from './parse-page.ts';
import { plainText } from './plain-text.ts';

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
  return {
    title: titleOf(page, linked, meta),
    authors: authorsOf(page, linked, meta),
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
  for (const element of page.querySelectorAll('meta[content]')) {
    const content = plainText(element.getAttribute('content') ?? '');
    const keys = ['property', 'name', 'itemprop', 'http-equiv'].map((name) =>
      element.getAttribute(name)?.toLowerCase(),
    );
    for (const key of new Set(keys)) if (key && content) values.set(key, [...(values.get(key) ?? []), content]);
  }
  return (field) => META_NAMES.filter(([ours]) => ours === field).flatMap(([, name]) => values.get(name!) ?? []);
}

/** The headline that the page shows, if metadata confirm it; else the metadata's, without the site's name. */
function titleOf(page: Page, linked: LinkedData | null, meta: Meta): string | null {
  const claimed = [linked?.title, ...meta('title'), plainText(page.title ?? '')].filter((title) => title);
  const shown = [...page.querySelectorAll('h1')]
    .map((h1) => plainText(h1.textContent ?? ''))
    .filter((title) => title !== '');
  const confirmed = shown.find((title) => claimed.some((claim) => isPartOf(title, claim!)));
  const title = confirmed ?? claimed[0] ?? shown[0] ?? null;
  return title === null ? null : withoutSite(title, meta('site'));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The shown headline stands in the claimed one, which may add the site's name. */
const isPartOf = (shown: string, claimed: string): boolean => {
  const [a, b] = [letters(shown), letters(claimed)];
  return a.length > 5 && (b.includes(a) || (b.length > 20 && a.includes(b)));
};

/** "Why we vote | The Daily", "Why we vote - The Daily": the part behind the last bar goes when it names the site. */
function withoutSite(title: string, sites: readonly string[]): string {
  const [, head, tail] = /^(.{10,}?)\s+(?:[|»·]|[-–—])\s+([^|»·]{2,60})$/.exec(title) ?? [];
  if (head === undefined || tail === undefined) return title;
  const named = sites.some((site) => letters(site) === letters(tail) || letters(site).includes(letters(tail)));
  return named || /\s\|\s[^|]*$/.test(title) ? head : title;
}

function authorsOf(page: Page, linked: LinkedData | null, meta: Meta): Author[] {
  const sites = new Set(meta('site').map(letters));
  const people = (fields: readonly string[]) => cleanAuthors(fields.filter((field) => !/^https?:/.test(field)));
  const persons = people(linked?.authors ?? []);
  const isSite = ({ name }: Author) => sites.has(letters(name));
  for (const found of [persons, people(meta('author'))])
    if (found.some((one) => !isSite(one))) return found.filter((one) => !isSite(one));
  const shown = shownBylines(page);
  return shown.length > 0 ? shown : persons;
}

/** Bylines as the page shows them, by the first selector that finds one. */
function shownBylines(page: Page): Author[] {
  for (const selector of BYLINES) {
    const lines = [...page.querySelectorAll(selector)]
      .map(lineOf)
      .filter((line) => line.length > 2 && line.length < LONGEST_BYLINE);
    const authors = cleanAuthors(lines.slice(0, 6));
    if (authors.length > 0) return authors;
  }
  return [];
}

const lineOf = (element: Element): string => plainText(element.textContent ?? '');

function publishedOf(page: Page, linked: LinkedData | null, meta: Meta, url: string | null): string | null {
  for (const claim of [linked?.published, ...meta('published')]) {
    const date = claim ? isoDate(claim) : null;
    if (date !== null) return date;
  }
  return shownDate(page) ?? dateInAddress(url);
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
