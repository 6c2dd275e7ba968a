import type { ArticleSource, BlockKind } from '../../article/article.ts';
import type { Span } from '../../article/span.ts';
import { isByline } from './byline.ts';

const LONGEST_TITLE = 160;
const LONGEST_HEADING = 90;
const LONGEST_CAPTION = 220;

/** What one block of plain text is, by its form, its place and its neighbours. */
export function kindOf(article: ArticleSource, spans: readonly Span[], index: number): BlockKind {
  const { text } = article;
  const line = text.slice(spans[index]!.start, spans[index]!.end);
  if (/^(?:[-*•–]|\d{1,2}[.)])\s/.test(line)) return 'item';
  if (/^>\s/.test(line)) return 'quote';
  if (isByline(line, isAtEdge(spans, index))) return 'byline';
  if (hasSentenceEnd(line)) return 'paragraph';
  if (index === 0 && isTitle(article, line, spans.length)) return 'title';
  if (index === spans.length - 1) return 'paragraph';
  if (line.length <= LONGEST_HEADING && /^["“'‘(]?[\p{Lu}\p{N}]/u.test(line) && !/[,;:]$/.test(line)) return 'heading';
  return isCaption(line) ? 'caption' : 'paragraph';
}

const isAtEdge = (spans: readonly Span[], index: number): boolean => index < 4 || index >= spans.length - 3;

const hasSentenceEnd = (line: string): boolean =>
  /[.!…:;,]["”'’)\]*]*$/.test(line) || /[.!?]["”’]?\s+\p{Lu}.*[.!?]$/u.test(line);

/** A title field that repeats the line makes it the title too. */
const isTitle = ({ title }: ArticleSource, line: string, blocks: number): boolean =>
  (title === null ? blocks > 1 : title.trim() === line) && line.length <= LONGEST_TITLE;

/** A long line without a full stop that names people: who stands in the picture. */
const isCaption = (line: string): boolean =>
  line.length <= LONGEST_CAPTION && !/[?]$/.test(line) && (line.match(/(?<=\s)\p{Lu}[\p{L}’'-]+/gu)?.length ?? 0) >= 2;
