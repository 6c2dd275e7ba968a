import { open } from 'node:fs/promises';
import { findInputs } from '../src/1-read/find-inputs.ts';
import { type ProblemLine, problemLine, problemsOf } from '../src/5-record/problem-line.ts';
import type { OpedRecord } from '../src/5-record/record.ts';
import { type Dialect, writeTables } from '../src/6-write/csv.ts';
import { looksLikeRecord, readRecords } from '../src/6-write/jsonl.ts';
import { writeWorkbook } from '../src/6-write/xlsx/workbook.ts';
import { type TakeApartOptions, takeApart } from './article.ts';

export interface SpreadsheetOptions extends TakeApartOptions {
  /** A file that ends in .xlsx, or a folder for CSV files. */
  readonly out: string;
  readonly force?: boolean;
  readonly dialect?: Dialect;
  readonly bom?: boolean;
  readonly tables?: readonly string[];
  readonly columns?: readonly string[];
}

export interface SpreadsheetSummary {
  /** Rows a table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly failed: readonly ProblemLine[];
}

/** Use: a researcher's tables, of articles or of records made earlier. */
export async function spreadsheet(inputs: readonly string[], options: SpreadsheetOptions): Promise<SpreadsheetSummary> {
  const problems: ProblemLine[] = [];
  const failed: ProblemLine[] = [];
  async function* records(): AsyncGenerator<OpedRecord> {
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
  const rows = await writeTo(options, records, () => problems);
  return { rows, failed };
}

async function writeTo(
  options: SpreadsheetOptions,
  records: () => AsyncGenerator<OpedRecord>,
  problems: () => ProblemLine[],
) {
  const { out, ...choice } = options;
  if (out.endsWith('.xlsx')) return (await writeWorkbook(records, problems, out, choice)).rows;
  return writeTables(records, problems, { dir: out, ...choice });
}

/** A record, or why there is none, of everything the inputs hold. */
async function* resultsOf(
  inputs: readonly string[],
  options: SpreadsheetOptions,
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
