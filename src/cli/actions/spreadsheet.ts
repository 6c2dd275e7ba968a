import { type SpreadsheetFormat, spreadsheet } from '../../../pipelines/spreadsheet.ts';
import { RunStopped } from '../../article/problem.ts';
import type { SpreadsheetFlags } from '../commands/spreadsheet.ts';
import { failed } from '../exit.ts';
import { interruption } from '../interruption.ts';
import { readingFrom } from '../options.ts';

/** Writes the tables and says on standard error how many rows each has. */
export async function writeSpreadsheet(inputs: readonly string[], flags: SpreadsheetFlags): Promise<void> {
  const { out, force, dialect, bom, append, sheets, columns } = flags;
  const summary = await spreadsheet(inputs, {
    ...readingFrom(flags),
    ...{ out, dialect, format: formatOf(flags), signal: interruption() },
    ...(force ? { force } : {}),
    ...(bom ? { bom } : {}),
    ...(append ? { append } : {}),
    ...(sheets ? { tables: sheets } : {}),
    ...(columns ? { columns } : {}),
  });
  for (const problem of summary.failed) failed(problem);
  const rows = Object.entries(summary.rows).map(([table, count]) => `${table} ${count}`);
  process.stderr.write(`${out}: ${rows.join(', ')} rows\n`);
}

/** Names that promise one file of another kind than a folder of tables or a workbook. */
const OTHER_FILE = /\.(?:csv|tsv|parquet|xlsm?|ods)$/i;

/** @throws RunStopped where the name of the output promises something else than would be written */
function formatOf({ format, out, append }: SpreadsheetFlags): SpreadsheetFormat {
  const named = /\.xlsx$/i.test(out) ? 'xlsx' : 'csv';
  const chosen = format ?? named;
  if (chosen !== 'xlsx' && (named === 'xlsx' || OTHER_FILE.test(out)))
    throw new RunStopped(`${out}: --out names a folder here, into which each table is written as a file of its own.`);
  if (chosen !== 'xlsx' && append !== undefined)
    throw new RunStopped('--append adds to a workbook: --out must end in .xlsx.');
  return chosen;
}
