import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import type { Field, FieldMap } from '../options.ts';
import { readFragment } from '../read-html/read-fragment.ts';

/** Field and known name, in the order in which names are tried. */
const NAMES = readLexicon(new URL('./field-names.tsv', import.meta.url), 2);

/**
 * The fields of one record, whatever they are called in it.
 *
 * @param record of a JSON object or a CSV row
 * @param map names the user has given, which win
 * @returns null when no field holds the text
 */
export function pickFields(record: Readonly<Record<string, unknown>>, map: FieldMap = {}): Partial<Draft> | null {
  const value = lookUp(record, map);
  const text = asText(value('text'));
  const html = text === null ? asText(value('html')) : null;
  if (text === null && html === null) return null;
  return draftOf({
    ...(text === null ? readFragment(html!) : { text }),
    id: asText(value('id')),
    title: asText(value('title')),
    authors: cleanAuthors(asTexts(value('author'))),
    published: isoDate(asText(value('published')) ?? ''),
    url: asText(value('url')),
    issue: asText(value('issue')),
    section: asTexts(value('section')).join(', ') || null,
    language: asText(value('language')),
  });
}

/** Which name of the record's holds a field: the user's own, else the first known one that is there. */
function lookUp(record: Readonly<Record<string, unknown>>, map: FieldMap): (field: Field) => unknown {
  const plain = new Map(Object.entries(record).map(([name, value]) => [plainName(name), value]));
  return (field) => {
    const own = map[field];
    if (own !== undefined) return atPath(record, own);
    const filled = ([ours, name]: string[]) => ours === field && isFilled(plain.get(name!));
    const known = NAMES.find(filled)?.[1];
    return known === undefined ? undefined : plain.get(known);
  };
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A field name, or a path with dots into nested objects. */
function atPath(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return null;
}

/** Strings, or the names of objects such as schema.org's Person; one or many. */
function asTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(asTexts);
  if (typeof value === 'object' && value !== null) return asTexts((value as { name?: unknown }).name);
  const text = asText(value);
  return text === null ? [] : [text];
}
