import { parse } from 'yaml';
import type { Author } from '../../article/article.ts';
import { ArticleRejected } from '../../article/problem.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { isoDate } from '../iso-date.ts';

export interface FrontMatter {
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly id: string | null;
  readonly issue: string | null;
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

export const hasFrontMatter = (source: string): boolean => OPENING.test(source) && CLOSING.test(source.slice(4));

/**
 * Splits YAML front matter from the body. Only YAML data: no tags, no code, no `---js`.
 *
 * @throws ArticleRejected `invalid-front-matter`
 */
export function readFrontMatter(source: string): { body: string; fields: FrontMatter } {
  const opening = OPENING.exec(source)?.[0];
  if (opening === undefined) return { body: source, fields: fieldsOf({}) };
  const rest = source.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return { body: source, fields: fieldsOf({}) };
  return {
    body: rest.slice(closing.index + closing[0].length),
    fields: fieldsOf(parseYaml(rest.slice(0, closing.index))),
  };
}

function parseYaml(source: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(source, { schema: 'core', maxAliasCount: 20, logLevel: 'error' });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch (error) {
    const detail = (error as Error).message.split('\n')[0]!.replace(/:$/, '');
    throw new ArticleRejected({ code: 'invalid-front-matter', detail }, { cause: error });
  }
}

function fieldsOf(yaml: Readonly<Record<string, unknown>>): FrontMatter {
  const first = (...names: string[]): string[] =>
    names
      .map((name) => strings(Object.hasOwn(yaml, name) ? yaml[name] : undefined))
      .find((values) => values.length > 0) ?? [];
  return {
    title: first('title', 'headline')[0] ?? null,
    authors: cleanAuthors(first('authors', 'author', 'byline')),
    published: isoDate(first('date', 'published', 'publishDate', 'pubDate', 'created')[0] ?? ''),
    url: first('url', 'canonical', 'canonical_url', 'link').find((url) => /^https?:/.test(url)) ?? null,
    language: first('lang', 'language')[0] ?? null,
    section: first('section', 'category', 'categories', 'genre', 'type').join(', ') || null,
    id: first('id')[0] ?? null,
    issue: first('issue')[0] ?? null,
  };
}

/** A scalar, a list of them, or objects with a name. */
function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === 'object' && value !== null && 'name' in value) return strings(value.name);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
