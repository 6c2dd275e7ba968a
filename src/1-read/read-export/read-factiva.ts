import type { Draft } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { pageBlocks } from '../read-html/page-blocks.ts';
import { type Element, parsePage } from '../read-html/parse-page.ts';
import { type ExportFields, exportDraft } from './fields.ts';

/** Factiva's own field codes, as its help pages list them. */
const CODES = new Set(
  'SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN NGC GC CLM'.split(' '),
);
const CODE_LINE = /^([A-Z]{2,3})(?:[ \t]+(.*))?$/;

/** A headline's class alone says nothing: pages name advertisements so ("adHeadline"). */
export const isFactivaPage = (head: string): boolean =>
  /class=["']article \w\wArticle\b/.test(head) || /<title>\s*Factiva\s*<\/title>/i.test(head);

/** Whether a text is a Factiva export: lines that are nothing but its codes. */
export const isFactiva = (head: string): boolean =>
  ['HD', 'PD', 'SN'].every((code) => new RegExp(`^${code}(?:[ \\t]|\\r?$)`, 'm').test(head));

/** The articles of an export as a page: a table of codes and values each. */
export const readFactivaPage = (html: string): Draft[] =>
  [...parsePage(html).querySelectorAll('div.article, div[class*="Article "]')].map((article, index) =>
    exportDraft(fieldsOf(codesOf(article), article), index + 1),
  );

/** The articles of an export as text: codes on lines of their own. */
export function readFactiva(text: string): Draft[] {
  const articles: Map<string, string[]>[] = [];
  let code = '';
  for (const line of text.split(/\r?\n/)) {
    const [, found, rest] = CODE_LINE.exec(line.trimEnd()) ?? [];
    if (found !== undefined && CODES.has(found)) {
      if (articles.length === 0 || (['SE', 'HD'].includes(found) && articles.at(-1)!.has('PD')))
        articles.push(new Map());
      code = found;
      articles.at(-1)!.set(code, rest ? [rest] : []);
    } else articles.at(-1)?.get(code)?.push(line);
  }
  return articles.map((codes, index) =>
    exportDraft(fieldsOf(new Map([...codes].map(([key, lines]) => [key, paragraphs(lines)])), null), index + 1),
  );
}

const paragraphs = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');

function codesOf(article: Element): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const row of article.querySelectorAll('tr')) {
    const [name, value] = row.children;
    const code = name?.textContent?.replace(/[\s\u00A0]+/g, '') ?? '';
    if (value && CODES.has(code))
      codes.set(
        code,
        pageBlocks(value).map(({ text }) => text),
      );
  }
  return codes;
}

/** Without a table of codes, the class names and the first line that is a date tell. */
function fieldsOf(codes: ReadonlyMap<string, readonly string[]>, article: Element | null): ExportFields {
  const value = (code: string): string | null => codes.get(code)?.join(' ').trim() || null;
  const shown = (selector: string): string[] =>
    [...(article?.querySelectorAll(selector) ?? [])].map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const body = [...(codes.get('LP') ?? []), ...(codes.get('TD') ?? [])];
  return {
    title: value('HD') ?? shown('[class$="Headline"]')[0] ?? null,
    byline: value('BY') ?? shown('.author')[0] ?? null,
    date: value('PD') ?? shown('div').find((line) => line.length < 40 && isoDate(line) !== null) ?? null,
    section: [value('SE'), value('CLM')].filter(Boolean).join(', ') || null,
    language: value('LA'),
    id: value('AN')?.replace(/^Document\s+/, '') ?? null,
    paragraphs: body.length > 0 ? body : shown('p.articleParagraph'),
  };
}
