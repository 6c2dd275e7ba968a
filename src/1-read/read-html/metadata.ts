import type { Author } from '../../article/article.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { datePublished } from './date-published.ts';
import { linkedData } from './linked-data.ts';
import { pageAuthors } from './page-authors.ts';
import type { Page } from './parse-page.ts';
import { plainText } from './plain-text.ts';
import { sitesOf, titleOf } from './title.ts';

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

/** Title, authors, date, address, language and section of a page: JSON-LD, then meta elements, then what the page shows. */
export function metadataOf(page: Page, url: string | null): Metadata {
  const linked = linkedData(page);
  const meta = metaOf(page);
  const address = canonical(page) ?? linked?.url ?? meta('url')[0] ?? url;
  const sites = sitesOf(meta('site'), address ?? null);
  return {
    title: titleOf(page, [linked?.title, ...meta('title')], sites),
    authors: pageAuthors(page, [linked?.authors ?? [], meta('author')], sites),
    published: datePublished(page, [linked?.published ?? null, ...meta('published')], address),
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

/** `<link rel=canonical>`, absolute only: nothing is fetched or resolved. */
function canonical(page: Page): string | null {
  const href = page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null;
  return href !== null && /^https?:\/\//.test(href) ? href : null;
}
