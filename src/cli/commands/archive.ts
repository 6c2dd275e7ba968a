import { Command, InvalidArgumentError, Option } from 'commander';
import type { Dialect } from '../../6-write/csv.ts';
import { addReadingOptions, type ReadingFlags, wordList } from '../options.ts';

export interface ArchiveFlags extends ReadingFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly jobs?: number;
  readonly only?: 'opinion';
  readonly ignore?: readonly string[];
  readonly keepDuplicates?: boolean;
  readonly changed?: boolean;
  readonly since?: string;
  readonly retry?: boolean;
  readonly csv: boolean;
  readonly xlsx: boolean;
  readonly dialect: Dialect;
  readonly bom?: boolean;
  readonly seconds?: number;
  readonly megabytes?: number;
  readonly characters?: number;
  readonly progress: 'line' | 'json' | 'none';
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

const EXAMPLES = `
Examples:
  oped archive columns/ --out columns-analysed
  oped archive "1998/**/*.html" crawl.warc.gz --out 1998 --only opinion --jobs 4
  oped archive export.csv --map text=body,title=headline --out export
  oped archive columns/ --out columns-analysed            after a crash, the same again: it goes on where it was
  oped archive columns/ --out columns-analysed --changed  only what is new or has changed
  oped archive columns/ --out columns-analysed --retry    only what failed, after a fix`;

const whole = (value: string): number => {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('expected a whole number above 0.');
  return Number(value);
};

const isoDate = (value: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('expected a date such as 2026-05-31.');
  return value;
};

/** `oped archive INPUT… --out DIR`: files, folders, globs and containers, crash-safe. */
export const archiveCommand = (): Command =>
  howItLooks(addReadingOptions(whatIsDone(new Command('archive')))).action(
    async (inputs: string[], flags: ArchiveFlags) => {
      const { runArchiveCommand } = await import('../actions/archive.ts');
      await runArchiveCommand(inputs, flags);
    },
  );

const whatIsDone = (command: Command): Command =>
  command
    .description('analyse files, folders, globs and containers into one folder of records, tables and a workbook')
    .argument('<input...>', 'files, folders, globs and containers; docs/formats.md lists the formats')
    .requiredOption('--out <dir>', '(required) the folder for records.jsonl, the tables and problems.jsonl')
    .option('--force', 'begin anew and replace what is there')
    .addOption(new Option('--jobs <n>', 'workers; one a core when not given').argParser(whole))
    .addOption(new Option('--only <kind>', 'only pieces that show themselves to be opinion').choices(['opinion']))
    .addOption(new Option('--ignore <globs>', 'files and folders to leave out, parted by commas').argParser(wordList))
    .option('--keep-duplicates', 'keep near-duplicates of other articles too; they are linked in any case')
    .addOption(new Option('--changed', 'redo only what is new or has changed').conflicts(['since', 'retry']))
    .addOption(
      new Option('--since <date>', 'redo only inputs modified on or after a date such as 2026-05-31').argParser(
        isoDate,
      ),
    )
    .addOption(new Option('--retry', 'redo only what failed').conflicts(['since', 'changed']))
    .addOption(new Option('--seconds <n>', 'seconds that one document may take; 30 when not given').argParser(whole))
    .addOption(new Option('--megabytes <n>', 'memory that a worker may use; 1024 when not given').argParser(whole))
    .addOption(new Option('--characters <n>', 'the longest article; 1000000 when not given').argParser(whole));

const howItLooks = (command: Command): Command =>
  command
    .option('--no-csv', 'write no CSV tables')
    .option('--no-xlsx', 'write no workbook')
    .addOption(
      new Option('--dialect <dialect>', 'of CSV: comma, or semicolon with decimal comma')
        .choices(['comma', 'semicolon'])
        .default('comma'),
    )
    .option('--bom', 'begin CSV files with a byte order mark, by which Excel knows UTF-8')
    .addOption(new Option('--progress <how>', 'on standard error').choices(['line', 'json', 'none']).default('line'))
    .option('-q, --quiet', 'say nothing but what failed')
    .option('-v, --verbose', 'log each document on standard error, as JSON lines')
    .addHelpText('after', EXAMPLES);
