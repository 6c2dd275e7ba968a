import { ArticleRejected, type Problem } from '../../article/problem.ts';
import { type Draft, draftOf, type Refused, refused } from '../draft.ts';
import type { ReadOptions } from '../options.ts';
import { readFeed } from '../read-xml/read-feed.ts';
import { jsonMistake } from './json-mistake.ts';
import { pickFields } from './pick-fields.ts';
import { isJsonFeed, jsonItems } from './read-ninjs.ts';

/**
 * A JSON document: one article, or an array of them.
 *
 * @throws ArticleRejected `invalid-json` with the line
 */
export function readJson(text: string, options: ReadOptions): (Draft | Refused)[] {
  const whole = parseJson(text, 1);
  if (isJsonFeed(whole)) return readFeed(text);
  const value = jsonItems(whole);
  if (!Array.isArray(value)) return [recordOf(value, options, null)];
  return value.map((record, index) => recordOf(record, options, `#${index + 1}`));
}

/** One line of JSONL; its number is the item's name. */
export function readJsonLine(line: Buffer, number: number, options: ReadOptions): Draft | Refused {
  const item = `#${number}`;
  try {
    const text = new TextDecoder('utf-8').decode(line);
    return { ...recordOf(parseJson(text, number), options, item), bytes: line };
  } catch (error) {
    if (!(error instanceof ArticleRejected)) throw error;
    return refused(error.problem, { item, bytes: line });
  }
}

function recordOf(value: unknown, options: ReadOptions, item: string | null): Draft | Refused {
  const map = options.map ?? {};
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const fields = isObject ? pickFields(value as Record<string, unknown>, map) : null;
  if (fields) return draftOf({ ...fields, item });
  const id = isObject && 'id' in value && typeof value.id === 'string' ? value.id : null;
  return refused({ code: 'text-missing', field: map['text'] ?? 'text' }, { item, id });
}

/** @throws ArticleRejected `invalid-json`; lines count from `firstLine` */
function parseJson(text: string, firstLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ArticleRejected(jsonProblem(text, firstLine), { cause: error });
  }
}

function jsonProblem(text: string, firstLine: number): Problem {
  const { position, detail } = jsonMistake(text);
  return { code: 'invalid-json', line: firstLine + (text.slice(0, position).match(/\n/g)?.length ?? 0), detail };
}
