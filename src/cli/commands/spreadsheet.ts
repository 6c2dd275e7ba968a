import { Command, Option } from 'commander';
import { spreadsheet } from '../../../pipelines/spreadsheet.ts';
import type { Dialect } from '../../6-write/csv.ts';
import { failed } from '../exit.ts';
import { type ReadingFlags, readingFrom, readingOptions, wordList } from '../options.ts';

interface Flags extends ReadingFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly dialect: Dialect;
  readonly bom?: boolean;
  readonly sheets?: readonly string[];
  readonly columns?: readonly string[];
}

const EXAMPLES = `
Examples:
  oped spreadsheet columns/ --out columns.xlsx
  oped spreadsheet archive/records.jsonl --out tables --dialect semicolon --bom
  oped spreadsheet records.jsonl --out short.xlsx --sheets articles,balance --columns title,lean,side,words`;

/** \`oped spreadsheet INPUT… --out FILE.xlsx|DIR\`: the tables alone. */
export const spreadsheetCommand = (): Command => {
  const command = new Command('spreadsheet')
    .description('write tables: a workbook when --out ends in .xlsx, else a folder of CSV files')
    .argument('<input...>', 'articles, folders and globs, or a records.jsonl made earlier')
    .requiredOption('--out <path>', 'FILE.xlsx, or a folder')
    .option('--force', 'overwrite what is there')
    .addOption(
      new Option('--dialect <dialect>', 'of CSV: comma, or semicolon with decimal comma')
        .choices(['comma', 'semicolon'])
        .default('comma'),
    )
    .option('--bom', 'begin CSV files with a byte order mark, by which Excel knows UTF-8')
    .addOption(new Option('--sheets <names>', 'only these tables, parted by commas').argParser(wordList))
    .addOption(new Option('--columns <headers>', 'only these columns, parted by commas').argParser(wordList))
    .addHelpText('after', EXAMPLES)
    .action(writeSpreadsheet);
  for (const option of readingOptions()) command.addOption(option);
  return command;
};

async function writeSpreadsheet(inputs: readonly string[], flags: Flags): Promise<void> {
  const { out, force, dialect, bom, sheets, columns } = flags;
  const summary = await spreadsheet(inputs, {
    ...readingFrom(flags),
    out,
    dialect,
    ...(force ? { force } : {}),
    ...(bom ? { bom } : {}),
    ...(sheets ? { tables: sheets } : {}),
    ...(columns ? { columns } : {}),
  });
  for (const problem of summary.failed) failed(problem);
  const rows = Object.entries(summary.rows).map(([table, count]) => `${table} ${count}`);
  process.stderr.write(`${out}: ${rows.join(', ')} rows\n`);
}
