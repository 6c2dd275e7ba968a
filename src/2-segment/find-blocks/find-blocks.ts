import type { ArticleSource, Author, Block } from '../../article/article.ts';
import type { Front } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { authorsOf } from './byline.ts';
import { kindOf } from './kind.ts';
import { plainBlocks } from './plain-blocks.ts';

/**
 * Finds title line, headings, captions, byline, list items, quotes and
 * paragraphs; where the source's markup has told the blocks, those stand.
 */
export const findBlocks = () =>
  stage({
    name: 'find-blocks',
    needs: [],
    adds: ['front', 'blocks'],
    run(article) {
      const blocks = article.markup ?? classified(article);
      return { front: frontOf(article, blocks), blocks };
    },
  });

function classified(article: ArticleSource): Block[] {
  const spans = plainBlocks(article.text);
  return spans.map((span, index) => ({ ...span, kind: kindOf(article, spans, index) }));
}

function frontOf({ text, title, authors }: ArticleSource, blocks: readonly Block[]): Front {
  const line = blocks.find(({ kind }) => kind === 'title');
  return {
    title: title ?? (line ? text.slice(line.start, line.end) : null),
    authors: authors.length > 0 ? authors : bylines(text, blocks),
  };
}

const bylines = (text: string, blocks: readonly Block[]): Author[] =>
  blocks.filter(({ kind }) => kind === 'byline').flatMap(({ start, end }) => authorsOf(text.slice(start, end)));
