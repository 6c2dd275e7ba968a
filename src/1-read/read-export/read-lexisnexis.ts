import type { Draft } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { pageBlocks } from '../read-html/page-blocks.ts';
import { parsePage } from '../read-html/parse-page.ts';
import { type ExportFields, exportDraft } from './fields.ts';

const BORDER = /^\d{1,6} (?:of|sur|von|de) \d{1,6} (?:DOCUMENTS|DOKUMENTE|DOCUMENTOS)$/;
const LABEL = /^(\p{Lu}[\p{Lu}-]{2,24})\s?:\s*(.*)$/su;
/** Labels that stand before the body; all others follow it. */
const BEFORE = new Set(
  'BYLINE SECTION LENGTH DATELINE HIGHLIGHT HEADLINE TITLE SERIES BODY AUTHOR SOURCE LONGUEUR RUBRIQUE AUTEUR TITRE LÄNGE RUBRIK AUTOR'.split(
    ' ',
  ),
);

/** Whether a text is a LexisNexis export: a line such as "1 of 10 DOCUMENTS" and labels. */
export const isLexisNexis = (head: string): boolean =>
  /^[ \t]{0,80}\d{1,6} (?:of|sur|von|de) \d{1,6} (?:DOCUMENTS|DOKUMENTE|DOCUMENTOS)[ \t\r]*$/m.test(
    head.replace(/<[^<>]{0,300}>/g, '\n'),
  );

/** The articles of an export as text, its lines wrapped at 80 characters. */
export const readLexisNexis = (text: string): Draft[] =>
  articles(text.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/).map((part) => part.replace(/\s*\r?\n\s*/g, ' ').trim()));

/** The articles of an export as a page. */
export const readLexisNexisPage = (html: string): Draft[] =>
  articles(pageBlocks(parsePage(html).body).map(({ text }) => text));

function articles(parts: readonly string[]): Draft[] {
  const starts = parts.flatMap((part, index) => (BORDER.test(part) ? [index] : []));
  return starts.map((start, n) => exportDraft(fieldsOf(parts.slice(start + 1, starts[n + 1] ?? parts.length)), n + 1));
}

/** Publication, date, headline; labels; body; labels again; the copyright. */
function fieldsOf(parts: readonly string[]): ExportFields {
  const labels = new Map<string, string>();
  const front: string[] = [];
  const paragraphs: string[] = [];
  let place = 'front' as 'front' | 'body' | 'behind';
  for (const part of parts.filter((one) => one !== '')) {
    const [, label, value] = LABEL.exec(part) ?? [];
    if (label !== undefined && (BEFORE.has(label) || place !== 'front')) {
      labels.set(label, labels.get(label) ?? value!.trim());
      place = place !== 'behind' && (BEFORE.has(label) || paragraphs.length === 0) ? 'body' : 'behind';
      if (label === 'BODY' && value) paragraphs.push(value);
    } else if (place === 'front') front.push(part);
    else if (place === 'body') paragraphs.push(part);
  }
  return {
    ...frontOf(front, labels),
    section: firstLabel(labels, 'SECTION', 'RUBRIQUE', 'RUBRIK'),
    language: labels.get('LANGUAGE') ?? null,
    id: null,
    paragraphs,
  };
}

function frontOf(
  front: readonly string[],
  labels: ReadonlyMap<string, string>,
): Pick<ExportFields, 'title' | 'byline' | 'date'> {
  const dated = front.findIndex((line) => isoDate(line) !== null);
  return {
    title: firstLabel(labels, 'HEADLINE', 'TITLE', 'TITRE') ?? (front.slice(dated + 1).join(' ') || null),
    byline: firstLabel(labels, 'BYLINE', 'AUTHOR', 'AUTEUR', 'AUTOR'),
    date: front[dated] ?? labels.get('LOAD-DATE') ?? null,
  };
}

const firstLabel = (labels: ReadonlyMap<string, string>, ...names: readonly string[]): string | null =>
  names.map((name) => labels.get(name)).find((value) => value !== undefined) ?? null;
