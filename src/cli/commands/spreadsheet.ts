import { Command, Option } from 'commander';
import type { Dialect } from '../../6-write/csv.ts';
import { addReadingOptions, type ReadingFlags, wordList } from '../options.ts';

export interface SpreadsheetFlags extends ReadingFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly dialect: Dialect;
  readonly bom?: boolean;
  readonly format?: 'xlsx' | 'csv' | 'parquet';
  readonly append?: string;
  readonly sheets?: readonly string[];
  readonly columns?: readonly string[];
}

const EXAMPLES = `
Examples:
  oped spreadsheet columns/ --out columns.xlsx
  oped spreadsheet archive/records.jsonl --out tables --dialect semicolon --bom
  oped spreadsheet june/records.jsonl --append may.xlsx --out summer.xlsx
  oped spreadsheet archive/records.jsonl --out parquet --format parquet
  oped spreadsheet records.jsonl --out short.xlsx --sheets articles,balance --columns title,lean,side`;

const dialect = new Option('--dialect <dialect>', 'of CSV: comma, or semicolon with decimal comma')
  .choices(['comma', 'semicolon'])
  .default('comma');

/** `oped spreadsheet INPUT… --out FILE.xlsx|DIR`: the tables alone. */
export const spreadsheetCommand = (): Command =>
  addReadingOptions(
    new Command('spreadsheet')
      .description('write tables: a workbook when --out ends in .xlsx, else a folder of CSV or Parquet files')
      .argument('<input...>', 'articles, folders and globs, or a records.jsonl made earlier')
      .requiredOption('--out <path>', '(required) FILE.xlsx, or a folder')
      .option('--force', 'overwrite what is there')
      .addOption(
        new Option('--format <format>', 'when the name of --out does not tell it').choices(['xlsx', 'csv', 'parquet']),
      )
      .option('--append <file>', 'an earlier workbook, whose rows come first')
      .addOption(dialect)
      .option('--bom', 'begin CSV files with a byte order mark, by which Excel knows UTF-8')
      .addOption(new Option('--sheets <names>', 'only these tables, parted by commas').argParser(wordList))
      .addOption(new Option('--columns <headers>', 'only these columns, parted by commas').argParser(wordList))
      .addHelpText('after', EXAMPLES),
  ).action(async (inputs: string[], flags: SpreadsheetFlags) => {
    const { writeSpreadsheet } = await import('../actions/spreadsheet.ts');
    await writeSpreadsheet(inputs, flags);
  });
