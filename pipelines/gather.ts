import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInputs } from '../src/1-read/find-inputs.ts';
import { type ProblemLine, problemLine, problemsOf } from '../src/5-record/problem-line.ts';
import type { OpedRecord } from '../src/5-record/record.ts';
import { looksLikeRecord, readRecords, writeJsonl } from '../src/6-write/jsonl.ts';
import { type TakeApartOptions, takeApart } from './article.ts';

/** Records that can be read as often as a writer needs, and the problems met on the way to them. */
export interface Gathered {
  readonly records: () => AsyncGenerator<OpedRecord>;
  readonly problems: readonly ProblemLine[];
  /** Documents of which there is no record. */
  readonly failed: readonly ProblemLine[];
}

/**
 * Gathers the records of articles to be analysed, or made earlier, and hands
 * them to `use`. Memory does not grow with them: they lie in a file meanwhile.
 */
export async function withRecords<T>(
  inputs: readonly string[],
  options: TakeApartOptions,
  use: (gathered: Gathered) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'oped-records-'));
  try {
    const file = join(folder, 'records.jsonl');
    const problems: ProblemLine[] = [];
    const failed: ProblemLine[] = [];
    await writeJsonl(file, kept(inputs, options, problems, failed), { force: true });
    return await use({ records: () => readRecords(file), problems, failed });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* kept(
  inputs: readonly string[],
  options: TakeApartOptions,
  problems: ProblemLine[],
  failed: ProblemLine[],
): AsyncGenerator<OpedRecord> {
  for await (const result of resultsOf(inputs, options)) {
    if ('schema' in result) {
      problems.push(...problemsOf(result));
      yield result;
    } else {
      problems.push(result);
      failed.push(result);
    }
  }
}

/** A record, or why there is none, of everything the inputs hold. */
async function* resultsOf(
  inputs: readonly string[],
  options: TakeApartOptions,
): AsyncGenerator<OpedRecord | ProblemLine> {
  for await (const input of findInputs(inputs)) {
    if (!input.ok) yield problemLine(input.source, null, { stage: 'read', problem: input.problem });
    else if (await holdsRecords(input.path)) yield* readRecords(input.path);
    else for await (const taken of takeApart(input.path, options)) yield taken.ok ? taken.record : taken.problem;
  }
}

/** Whether a file is a `records.jsonl`, by its first bytes. */
async function holdsRecords(path: string): Promise<boolean> {
  if (path === '-') return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return looksLikeRecord(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}
