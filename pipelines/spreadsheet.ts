import type { ProblemLine } from '../src/5-record/problem-line.ts';
import { type Dialect, writeTables } from '../src/6-write/csv.ts';
import { writeParquet } from '../src/6-write/parquet.ts';
import { writeWorkbook } from '../src/6-write/xlsx/workbook.ts';
import { type Gathered, type GatherOptions, withRecords } from './gather.ts';

export type SpreadsheetFormat = 'xlsx' | 'csv' | 'parquet';

export interface SpreadsheetOptions extends GatherOptions {
  readonly format: SpreadsheetFormat;
  /** A file for a workbook, a folder for CSV and Parquet. */
  readonly out: string;
  readonly force?: boolean;
  readonly dialect?: Dialect;
  readonly bom?: boolean;
  /** An earlier workbook whose rows come first. */
  readonly append?: string;
  readonly tables?: readonly string[];
  readonly columns?: readonly string[];
}

export interface SpreadsheetSummary {
  /** Rows a table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly failed: readonly ProblemLine[];
}

/** Use: a researcher's tables, of articles or of records made earlier. */
export const spreadsheet = (inputs: readonly string[], options: SpreadsheetOptions): Promise<SpreadsheetSummary> =>
  withRecords(inputs, options, async (gathered) => ({
    rows: await writeAs(gathered, options),
    failed: gathered.failed,
  }));

async function writeAs(
  { records, problems }: Gathered,
  { format, out, ...choice }: SpreadsheetOptions,
): Promise<Readonly<Record<string, number>>> {
  switch (format) {
    case 'xlsx':
      return (await writeWorkbook(records, () => problems, out, choice)).rows;
    case 'csv':
      return writeTables(records, () => problems, { dir: out, ...choice });
    case 'parquet':
      return writeParquet(records, () => problems, { dir: out, ...choice });
  }
}
