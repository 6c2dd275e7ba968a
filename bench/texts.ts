import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSource } from '../src/article/article.ts';
import { sourceOf } from '../src/article/source-of.ts';

const SHARED_TEXTS = '../shared/corpora/texts';

/** The op-eds to measure on: the real ones beside the checkout, else the bundled sample. */
export function benchTexts(limit = 100): { readonly from: string; readonly texts: readonly string[] } {
  const from = existsSync(SHARED_TEXTS) ? SHARED_TEXTS : 'corpora/sample';
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .sort();
  return { from, texts: files.slice(0, limit).map((name) => readFileSync(join(from, name), 'utf8')) };
}

/** A line of an `articles.jsonl`. */
export interface Line {
  readonly id: string;
  readonly title?: string;
  readonly issue?: string;
  readonly text: string;
}

export const sourceOfLine = ({ id, title, issue, text }: Line): ArticleSource =>
  sourceOf(text, { id, title: title ?? null, givenIssue: issue ?? null });
