import type { ArticleSource } from '../article/article.ts';
import { ArticleRejected, type Problem } from '../article/problem.ts';
import { sha256 } from '../article/sha256.ts';
import type { Draft } from './draft.ts';
import { isOpinion } from './is-opinion/is-opinion.ts';
import type { ReadOptions } from './options.ts';
import { languageOf } from './recognise-language.ts';

export interface Origin {
  readonly path: string;
  readonly archive: string | null;
  readonly format: string;
  readonly bytes: Buffer;
  readonly encoding: ArticleSource['source']['encoding'];
}

/**
 * A draft with all that oped decides itself: id, language, well-formed text.
 *
 * @throws ArticleRejected when nothing is left to analyse: no text, another language, not opinion.
 */
export async function makeArticle(
  draft: Draft,
  origin: Origin,
  options: ReadOptions,
): Promise<{ article: ArticleSource; problems: Problem[] }> {
  const text = draft.text.toWellFormed();
  if (text.trim() === '') throw new ArticleRejected({ code: 'nothing-to-read' });
  const language = await languageOf(text, draft.language, options.detect);
  if (language !== 'en' && !options.anyLanguage) throw new ArticleRejected({ code: 'language-not-english', language });
  if (options.only === 'opinion' && !isOpinion(draft)) throw new ArticleRejected({ code: 'not-opinion' });
  const { title, authors, published, section, markup } = draft;
  const article: ArticleSource = {
    id: sha256(text).slice(0, 16),
    source: sourceOf(draft, origin),
    title: title?.toWellFormed().trim() || null,
    authors,
    published,
    language,
    section,
    text,
    markup,
    givenIssue: options.issue ?? draft.issue,
  };
  return { article, problems: surrogateProblems(draft.text) };
}

function sourceOf(draft: Draft, { path, archive, format, bytes, encoding }: Origin): ArticleSource['source'] {
  const place = [archive, draft.item].filter((part) => part !== null).join('');
  return {
    path,
    id: draft.id,
    url: draft.url,
    format,
    archive: place || null,
    sha256: sha256(draft.bytes ?? bytes),
    encoding,
  };
}

function surrogateProblems(text: string): Problem[] {
  if (text.isWellFormed()) return [];
  const count = text.match(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g)?.length ?? 0;
  return [{ code: 'lone-surrogate', count }];
}
