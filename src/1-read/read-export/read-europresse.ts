import type { Draft } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { pageBlocks } from '../read-html/page-blocks.ts';
import { type Element, parsePage } from '../read-html/parse-page.ts';
import { type ExportFields, exportDraft } from './fields.ts';

const LONGEST_BYLINE = 80;

export const isEuropresse = (head: string): boolean =>
  /class=["']?(?:TitreArticleVisu|titreArticleVisu|DocPublicationName)\b/.test(head);

/** The articles of a Europresse export: header lines, title, byline, text, and a certificate behind. */
export function readEuropresse(html: string): Draft[] {
  const articles = new Map<Element, string[]>();
  for (const title of parsePage(html).querySelectorAll('.TitreArticleVisu, .titreArticleVisu, .titreArticle')) {
    const around = title.closest('article') ?? title.closest('td') ?? title;
    const isInner = title.parentNode?.closest('.TitreArticleVisu, .titreArticleVisu, .titreArticle');
    if (!isInner) articles.set(around, [...(articles.get(around) ?? []), textOf(title)]);
  }
  return [...articles].map(([article, titles], index) => exportDraft(fieldsOf(titles, article), index + 1));
}

/** Kicker, title and subtitle are parts of one headline; the text begins behind the last of them. */
function fieldsOf(titles: readonly string[], article: Element): ExportFields {
  const headline = titles.join(' ').trim();
  const last = titles.findLast((title) => title !== '') ?? '';
  const headers = [...article.querySelectorAll('.DocHeader')].map(textOf);
  const lines = pageBlocks(article).map(({ text }) => text);
  const from = lines.findIndex((line) => line.endsWith(last) || line.startsWith(last)) + 1;
  const end = lines.findIndex(
    (line, index) => index >= from && /^(?:©|\(c\)|Numéro de document|Document number|Aussi paru dans)/i.test(line),
  );
  const body = lines.slice(from, end < 0 ? lines.length : end);
  const byline = body.length > 1 && isByline(body[0]!) ? body[0]! : null;
  return {
    title: headline || null,
    byline,
    date: headers.map((line) => isoDate(line)).find((date) => date !== null) ?? isoDate(headers.join(' ')),
    section: headers[0]?.replace(/,\s*$/, '').trim() || null,
    language: null,
    id: /(?:Numéro de document|Document number)\s*:\s*(\S+)/.exec(textOf(article))?.[1] ?? null,
    paragraphs: byline === null ? body : body.slice(1),
  };
}

/** A short line of capitalised words without a full stop. */
const isByline = (line: string): boolean =>
  line.length < LONGEST_BYLINE && !/[.!?:;]$/.test(line) && /^\p{Lu}\S*(?:[\s,]+(?:et|and|\p{Lu})\S*)+$/u.test(line);

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
