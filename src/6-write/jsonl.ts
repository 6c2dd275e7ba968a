import { createReadStream } from 'node:fs';
import type { OpedRecord } from '../5-record/record.ts';
import { parseRecord } from '../5-record/schema.ts';
import { RunStopped } from '../article/problem.ts';
import { type Overwrite, writeAtomically } from './atomic-file.ts';

/** Writes one JSON object a line. @returns how many. */
export function writeJsonl(
  file: string,
  items: AsyncIterable<object> | Iterable<object>,
  options: Overwrite = {},
): Promise<number> {
  return writeAtomically(file, options, async (out) => {
    let count = 0;
    for await (const item of items) {
      await out.write(`${JSON.stringify(item)}\n`);
      count++;
    }
    return count;
  });
}

/**
 * The records of a `records.jsonl`, one after the other, checked.
 *
 * @throws RunStopped naming the line that is no record, or the file that cannot be read.
 */
export async function* readRecords(file: string): AsyncGenerator<OpedRecord> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number++;
    if (line.trim() === '') continue;
    yield recordAt(file, number, line);
  }
}

/** Whether a line begins as a record does, so that `records.jsonl` is told from any other JSONL. */
export const looksLikeRecord = (line: string): boolean => /^\s*\{\s*"schema"\s*:\s*"oped\//.test(line);

function recordAt(file: string, number: number, line: string): OpedRecord {
  try {
    return parseRecord(line);
  } catch (error) {
    throw new RunStopped(`${file}, line ${number} is no record of oped: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** Lines by the byte 0x0A alone: `readline` would also break at U+2028, which JSON strings may hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunksOf(file)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new RunStopped(`${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}
