import { type SpreadsheetFormat, spreadsheet } from '../../../pipelines/spreadsheet.ts';
import type { SpreadsheetFlags } from '../commands/spreadsheet.ts';
import { failed } from '../exit.ts';
import { readingFrom } from '../options.ts';

/** Writes the tables and says on standard error how many rows each has. */
export async function writeSpreadsheet(inputs: readonly string[], flags: SpreadsheetFlags): Promise<void> {
  const { out, force, dialect, bom, append, sheets, columns } = flags;
  const summary = await spreadsheet(inputs, {
    ...readingFrom(flags),
    ...{ out, dialect, format: formatOf(flags) },
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

const formatOf = ({ format, out }: SpreadsheetFlags): SpreadsheetFormat =>
  format ?? (out.endsWith('.xlsx') ? 'xlsx' : 'csv');
