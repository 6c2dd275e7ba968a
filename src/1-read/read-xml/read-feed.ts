import { parseFeed } from 'feedsmith';
import { ArticleRejected } from '../../article/problem.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf, type Refused, refused } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { plainText } from '../read-html/plain-text.ts';
import { readFragment } from '../read-html/read-fragment.ts';

/** Entries without a content element give a summary; one this long is taken for the whole piece. */
const SHORTEST_WHOLE = 1000;

type Entry = Readonly<Record<string, unknown>>;

/** The entries of a feed: RSS, Atom, RDF or JSON Feed, with their full content. */
export function readFeed(source: string): (Draft | Refused)[] {
  const { feed } = parsed(source);
  const entries = listOf((feed as Entry)['items'] ?? (feed as Entry)['entries']);
  if (entries.length === 0) throw new ArticleRejected({ code: 'not-an-article', what: 'a feed without entries' });
  const language = textOf((feed as Entry)['language']);
  return entries.map((entry, index) => entryOf(entry, `#${index + 1}`, language));
}

function parsed(source: string): { feed: unknown } {
  try {
    return parseFeed(source);
  } catch (error) {
    throw new ArticleRejected(
      { code: 'invalid-xml', detail: (error as Error).message.replace(/\.+$/, '') },
      { cause: error },
    );
  }
}

function entryOf(entry: Entry, item: string, language: string | null): Draft | Refused {
  const id = textOf(entry['guid']) ?? textOf(entry['id']);
  const whole =
    textOf(at(entry['content'], 'encoded')) ??
    textOf(entry['content']) ??
    textOf(entry['content_html']) ??
    textOf(entry['content_text']);
  const summary = textOf(entry['description']) ?? textOf(entry['summary']);
  const body = readFragment(whole ?? summary ?? '');
  if (whole === null && body.text.length < SHORTEST_WHOLE) {
    return refused({ code: 'record-without-page', what: 'a summary of an article that lies elsewhere' }, { item, id });
  }
  return draftOf({
    ...body,
    title: plainText(textOf(entry['title']) ?? '') || null,
    authors: cleanAuthors(authors(entry)),
    published: dateOf(entry),
    url: addressOf(entry),
    language: textOf(entry['language']) ?? language,
    section:
      listOf(entry['categories'] ?? entry['tags'])
        .map((one) => textOf(one))
        .filter(Boolean)
        .join(', ') || null,
    id,
    item,
  });
}

function dateOf(entry: Entry): string | null {
  const dates = [
    entry['pubDate'],
    entry['published'],
    entry['date_published'],
    at(entry['dc'], 'date'),
    entry['updated'],
    entry['date_modified'],
  ];
  for (const date of dates) {
    const found = isoDate(textOf(date) ?? '');
    if (found !== null) return found;
  }
  return null;
}

const authors = (entry: Entry): string[] =>
  [at(entry['dc'], 'creators'), at(entry['dc'], 'creator'), entry['authors'], entry['author']]
    .map((value) =>
      listOf(value)
        .map((one) => (textOf(one) ?? '').replace(/^\S+@\S+\s+\((.+)\)$/, '$1'))
        .filter((name) => name !== ''),
    )
    .find((names) => names.length > 0) ?? [];

function addressOf(entry: Entry): string | null {
  const links = listOf(entry['links']).map((link) => ({
    rel: textOf(at(link, 'rel')),
    href: textOf(at(link, 'href')),
  }));
  const alternate = links.find(({ rel }) => rel === null || rel === 'alternate')?.href;
  return alternate ?? textOf(entry['link']) ?? textOf(entry['url']);
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Entry)[key] : undefined;

const listOf = (value: unknown): Entry[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]) as Entry[];

/** A string, or the value, name or term of an object. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number') return String(value);
  for (const key of ['value', 'name', 'label', 'term', 'text']) {
    const inner = at(value, key);
    if (typeof inner === 'string' && inner !== '') return inner;
  }
  return null;
}
