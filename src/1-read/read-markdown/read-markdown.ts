import { dateInName } from '../date-in-name.ts';
import { type Draft, draftOf, joinPieces } from '../draft.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { markdownBlocks } from './markdown-blocks.ts';

/**
 * An article in Markdown: the text of its blocks without the marks, the front matter's fields apart.
 *
 * @param path names the date when the front matter does not, as in Jekyll's `2014-11-13-title.md`
 * @throws ArticleRejected `invalid-front-matter`
 */
export function readMarkdown(source: string, path: string): Draft[] {
  const { body, fields } = readFrontMatter(source);
  const pieces = markdownBlocks(body);
  const isTitle = pieces[0]?.kind === 'title';
  return [
    draftOf({
      ...joinPieces(pieces),
      ...fields,
      title: fields.title ?? (isTitle ? pieces[0]!.text : null),
      published: fields.published ?? dateInName(path),
    } satisfies Partial<Draft> & FrontMatter),
  ];
}
