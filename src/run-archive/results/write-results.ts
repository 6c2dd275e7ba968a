import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { writeAtomically } from '../../6-write/atomic-file.ts';
import { type Dialect, guard, writeTables } from '../../6-write/csv.ts';
import { writeJsonl } from '../../6-write/jsonl.ts';
import { writeWorkbook } from '../../6-write/xlsx/workbook.ts';
import { type DuplicateLine, Results } from './results.ts';

/** Which outputs there are beside `records.jsonl`, `problems.jsonl` and `duplicates.csv`, and how they look. */
export interface OutputOptions {
  /** CSV tables. Default true. */
  readonly csv?: boolean | undefined;
  /** `records.xlsx`. Default true. */
  readonly xlsx?: boolean | undefined;
  readonly dialect?: Dialect | undefined;
  readonly bom?: boolean | undefined;
  readonly tables?: readonly string[] | undefined;
  readonly columns?: readonly string[] | undefined;
}

/** Names by which an output folder is known to be taken. */
export const OUTPUTS = [
  'records.jsonl',
  'problems.jsonl',
  'duplicates.csv',
  'records.xlsx',
  'articles.csv',
  'run.json',
];

/** Replaces what is there: the run has made sure that it is its own. */
const OURS = { force: true };

/** Outputs that are written side by side, each in one go over the results. */
export type Part = 'lines' | 'csv' | 'xlsx';

export const partsOf = ({ csv = true, xlsx = true }: OutputOptions): Part[] =>
  (['xlsx', 'csv', 'lines'] as const).filter((part) => (part === 'csv' ? csv : part === 'xlsx' ? xlsx : true));

/** A part of the outputs to be written. */
export interface WriteTask {
  readonly part: Part;
  /** The file that `orderResults` wrote. */
  readonly order: string;
  readonly keepDuplicates: boolean;
  readonly dir: string;
  readonly jobs: number;
  readonly outputs: OutputOptions;
}

/** Writes the files of a part, each of them atomically. */
export async function writePart({ part, order, keepDuplicates, dir, jobs, outputs }: WriteTask): Promise<void> {
  const { dialect, bom, tables, columns } = outputs;
  const results = new Results(order, keepDuplicates);
  const records = () => results.records();
  const problems = () => results.problems();
  try {
    if (part === 'lines') await writeLines(results, dir);
    if (part === 'csv') await writeTables(records, problems, { dir, dialect, bom, tables, columns, ...OURS });
    if (part === 'xlsx') {
      await writeWorkbook(records, problems, join(dir, 'records.xlsx'), { tables, columns, jobs, ...OURS });
    }
  } finally {
    await results.close();
  }
}

async function writeLines(results: Results, dir: string): Promise<void> {
  await writeAtomically(join(dir, 'records.jsonl'), OURS, async (out) => {
    for await (const line of results.lines()) await out.write(line);
  });
  await writeJsonl(join(dir, 'problems.jsonl'), results.problems(), OURS);
  await writeDuplicates(results, join(dir, 'duplicates.csv'));
}

const COLUMNS = [
  'id',
  'path',
  'archive',
  'item',
  'like_id',
  'like_path',
  'like_archive',
  'like_item',
  'likeness',
  'kept',
] as const satisfies readonly (keyof DuplicateLine)[];

function writeDuplicates(results: Results, file: string): Promise<void> {
  return writeAtomically(file, OURS, async (out) => {
    await out.write(stringify([[...COLUMNS]]));
    for await (const line of results.duplicates())
      await out.write(stringify([COLUMNS.map((column) => cell(line[column]))]));
  });
}

const cell = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? guard(value) : value === null ? '' : String(value);
