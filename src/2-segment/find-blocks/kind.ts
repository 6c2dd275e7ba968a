import type { ArticleSource, BlockKind } from '../../article/article.ts';
import type { Span } from '../../article/span.ts';
import { isByline } from './byline.ts';

const LONGEST_TITLE = 160;
const LONGEST_HEADING = 90;
const LONGEST_CAPTION = 220;
/** Words from which on a line that is not in title case is more than a heading, if it names somebody. */
const SHORTEST_CAPTION = 8;

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?';
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\.?,?\\s+\\d{4}|${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2})`;
const ENDS_IN_DATE = new RegExp(`\\b${DATE}[.)]?$`);
const IS_DATE = new RegExp(`^(?:(?:Published|Posted|Updated|Date):?\\s+(?:on\\s+)?)?${WEEKDAY}${DATE}\\.?$`, 'i');
const CREDIT =
  /^(?:Photo|Photograph|Picture|Image|Illustration|Source|Credit|Caption)s?(?:\s+(?:by|credit|courtesy))?\s?[:|–—-]\s?\S|\((?:Photo|Picture|Image|AP|AFP|Reuters|Getty)\b[^()]{0,60}\)\.?$/i;

/** What one block of plain text is, by its form, its place and its neighbours. */
export function kindOf(article: ArticleSource, spans: readonly Span[], index: number): BlockKind {
  const { text } = article;
  const line = text.slice(spans[index]!.start, spans[index]!.end);
  if (/^(?:[-*•–]|\d{1,2}[.)])\s/.test(line)) return 'item';
  if (/^>\s/.test(line)) return 'quote';
  const atEdge = isAtEdge(spans, index);
  if (isByline(line, atEdge) || (atEdge && IS_DATE.test(line))) return 'byline';
  if (line.length <= LONGEST_CAPTION && CREDIT.test(line)) return 'caption';
  if (hasSentenceEnd(line)) return 'paragraph';
  if (isTitle(article, line, spans, index)) return 'title';
  if (index === spans.length - 1) return 'paragraph';
  if (isCaption(line)) return 'caption';
  return isHeading(line) ? 'heading' : 'paragraph';
}

const isAtEdge = (spans: readonly Span[], index: number): boolean => index < 4 || index >= spans.length - 3;

const hasSentenceEnd = (line: string): boolean =>
  /[.!…:;,]["”'’)\]*]*$/.test(line) || /[.!?]["”’]?\s+\p{Lu}.*[.!?]$/u.test(line);

/** The first line; a title field that repeats it makes it the title too. */
const isTitle = ({ title }: ArticleSource, line: string, spans: readonly Span[], index: number): boolean =>
  index === 0 && (title === null ? spans.length > 1 : title.trim() === line) && line.length <= LONGEST_TITLE;

const isHeading = (line: string): boolean =>
  line.length <= LONGEST_HEADING && /^["“'‘(]?[\p{Lu}\p{N}]/u.test(line) && !/[,;:]$/.test(line);

/** A long line without a full stop that names people, or tells when: who stands in the picture. */
function isCaption(line: string): boolean {
  if (line.length > LONGEST_CAPTION || /[?]$/.test(line)) return false;
  const words = line.split(/\s+/);
  const names = words.slice(1).filter((word) => /^\p{Lu}[\p{L}’'-]+/u.test(word)).length;
  if (words.length >= 5 && ENDS_IN_DATE.test(line)) return true;
  const isTitleCase = names * 2 > words.length;
  return names >= 2 && !isTitleCase && words.length >= (line.length <= LONGEST_HEADING ? SHORTEST_CAPTION : 1);
}
