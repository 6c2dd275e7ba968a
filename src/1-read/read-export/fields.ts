import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf, joinPieces } from '../draft.ts';
import { isoDate } from '../iso-date.ts';

/** What a database export tells of one article, still as it is written there. */
export interface ExportFields {
  readonly title: string | null;
  readonly byline: string | null;
  readonly date: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly id: string | null;
  readonly paragraphs: readonly string[];
}

/** `#3` of the export: the n-th article, counted from 1. */
export const exportDraft = (fields: ExportFields, number: number): Draft =>
  draftOf({
    ...joinPieces(fields.paragraphs.map((text) => ({ kind: 'paragraph', text }))),
    title: fields.title,
    authors: cleanAuthors(fields.byline === null ? [] : [fields.byline]),
    published: isoDate(fields.date ?? ''),
    section: fields.section,
    language: languageCode(fields.language),
    id: fields.id,
    item: `#${number}`,
  });

/** Exports spell languages out, in the language of the interface. */
const CODES: Readonly<Record<string, string>> = { e: 'en', a: 'en', f: 'fr', g: 'de', d: 'de', s: 'es' };
const languageCode = (name: string | null): string | null =>
  name === null || name === '' ? null : (CODES[name.trim()[0]!.toLowerCase()] ?? null);
