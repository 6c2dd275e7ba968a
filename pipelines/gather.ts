import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInputs } from '../src/1-read/find-inputs.ts';
import { type ProblemLine, problemLine, problemsOf } from '../src/5-record/problem-line.ts';
import type { OpedRecord } from '../src/5-record/record.ts';
import { stopping } from '../src/6-write/atomic-file.ts';
import { looksLikeRecord, readRecords, writeJsonl } from '../src/6-write/jsonl.ts';
import { type TakeApartOptions, takeApart } from './article.ts';

export interface GatherOptions extends TakeApartOptions {
  /** Ends the gathering and the use of what was gathered; nothing of either is left behind. */
  readonly signal?: AbortSignal;
}

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
  { signal, ...options }: GatherOptions,
  use: (gathered: Gathered) => Promise<T>,
): Promise<T> {
  const folder = await stopping(tmpdir(), () => mkdtemp(join(tmpdir(), 'oped-records-')));
  try {
    const file = join(folder, 'records.jsonl');
    const problems: ProblemLine[] = [];
    const failed: ProblemLine[] = [];
    await writeJsonl(file, until(signal, kept(inputs, options, problems, failed)), { force: true });
    return await use({ records: () => until(signal, readRecords(file)), problems, failed });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws the signal's reason, once it is given */
async function* until<T>(signal: AbortSignal | undefined, items: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    signal?.throwIfAborted();
    yield item;
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

/** Whether a file is a `records.jsonl`, by its first bytes; that of an archive without articles is empty. */
async function holdsRecords(path: string): Promise<boolean> {
  if (path === '-') return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return bytesRead === 0 ? path.endsWith('.jsonl') : looksLikeRecord(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}
