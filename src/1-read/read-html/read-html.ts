import { ArticleRejected } from '../../article/problem.ts';
import { type Draft, draftOf, joinPieces } from '../draft.ts';
import { extractBody } from './extract-body.ts';
import { metadataOf } from './metadata.ts';
import { parsePage } from './parse-page.ts';

/**
 * The article of a web page: its body as blocks joined by blank lines, its metadata apart.
 *
 * @param url address under which an archive holds the page, null without one
 * @throws ArticleRejected `no-article-found`, `nested-too-deep`
 */
export function readHtml(html: string, url: string | null = null): Draft[] {
  const page = parsePage(html);
  const metadata = metadataOf(page, url);
  const pieces = extractBody(page, metadata);
  if (pieces.length === 0) throw new ArticleRejected({ code: 'no-article-found' });
  const { title, authors, published, language, section, url: address } = metadata;
  return [draftOf({ ...joinPieces(pieces), title, authors, published, language, section, url: address })];
}
