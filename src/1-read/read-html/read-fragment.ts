import type { Block } from '../../article/article.ts';
import { joinPieces } from '../draft.ts';
import { pageBlocks } from './page-blocks.ts';
import { parsePage } from './parse-page.ts';

/**
 * Text and blocks of a stretch of HTML that is all article, as feeds, exports and newsroom formats carry it.
 *
 * @throws ArticleRejected `nested-too-deep`
 */
export const readFragment = (html: string): { text: string; markup: readonly Block[] } =>
  joinPieces(pageBlocks(parsePage(html).body));
