import type { Page } from './parse-page.ts';
import { plainText } from './plain-text.ts';

/** What schema.org metadata say of the article. Fields that are absent are empty. */
export interface LinkedData {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly genre: string | null;
  readonly body: string | null;
}

type Thing = Readonly<Record<string, unknown>>;

/** Types of schema.org that are one piece of writing. */
const ARTICLE = /^(?:\w*Article|\w*Posting|Report|Review|\w*Review|CreativeWork|WebPage)$/;
const OPINION = /Opinion|Review/;

/** More than any real page holds; a hostile one must not keep us busy. */
const MOST_THINGS = 2000;

/** Reads the page's JSON-LD; null when it has none about an article. */
export function linkedData(page: Page): LinkedData | null {
  const things: Thing[] = [];
  for (const script of page.querySelectorAll('script[type*="ld+json"]'))
    flatten(parseLoosely(script.textContent), things);
  const article = best(things);
  if (!article) return null;
  return {
    title: text(article['headline']) ?? text(article['name']),
    authors:
      [article['author'], article['creator']].map((one) => names(one, things)).find((all) => all.length > 0) ?? [],
    published: text(article['datePublished']) ?? text(article['dateCreated']) ?? text(article['uploadDate']),
    url: address(article),
    language: text(article['inLanguage']),
    section: texts(article['articleSection']).join(', ') || null,
    genre:
      [...texts(article['genre']), ...texts(article['@type']).filter((type) => OPINION.test(type))].join(', ') || null,
    body: linesOf(article['articleBody']),
  };
}

/** Real pages leave line breaks in strings, comments around and commas at ends. */
function parseLoosely(raw: string | null): unknown {
  const json = (raw ?? '')
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, '')
    .trim();
  for (const attempt of [json, json.replace(/[\u0000-\u001F]+/g, ' '), json.replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more lenient; after the last, the page simply has no linked data.
    }
  }
  return null;
}

function flatten(value: unknown, into: Thing[]): void {
  if (typeof value !== 'object' || value === null || into.length > MOST_THINGS) return;
  if (Array.isArray(value)) {
    for (const item of value) flatten(item, into);
    return;
  }
  const thing = value as Thing;
  into.push(thing);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart', 'author'])
    flatten(thing[key], into);
}

/** The thing that looks most like the article itself. */
function best(things: readonly Thing[]): Thing | undefined {
  const score = (thing: Thing): number => {
    const types = texts(thing['@type']);
    if (!types.some((type) => ARTICLE.test(type))) return 0;
    const specific = types.some((type) => /Article|Posting|Report$/.test(type)) ? 8 : 1;
    const filled = ['headline', 'datePublished', 'author', 'articleBody'].filter((key) => thing[key] !== undefined);
    return specific + filled.length;
  };
  const scored = things.map((thing) => ({ thing, score: score(thing) })).filter(({ score }) => score > 1);
  return scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (top && top.score >= one.score ? top : one),
    undefined,
  )?.thing;
}

/** Names of persons: strings, objects with a name, or references to another object of the page. */
function names(value: unknown, things: readonly Thing[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => names(one, things));
  if (typeof value === 'string') return [plainText(value)].filter((name) => name !== '');
  if (typeof value !== 'object' || value === null) return [];
  const thing = value as Thing;
  if (thing['name'] !== undefined) return texts(thing['name']);
  const other = things.find((one) => one !== thing && one['@id'] === thing['@id'] && one['name'] !== undefined);
  return other ? texts(other['name']) : [];
}

function address(article: Thing): string | null {
  const page = article['mainEntityOfPage'];
  const id = typeof page === 'object' && page !== null ? (page as Thing)['@id'] : page;
  return [article['url'], id].map((one) => text(one)).find((one) => one !== null && /^https?:/.test(one)) ?? null;
}

/** A long text, its lines kept apart. */
const linesOf = (value: unknown): string | null =>
  typeof value === 'string' ? value.split('\n').flatMap(texts).join('\n') || null : text(value);

const text = (value: unknown): string | null => texts(value)[0] ?? null;

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'string' && value.trim() !== '' ? [plainText(value)] : [];
}
