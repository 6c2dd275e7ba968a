import { Command } from 'commander';
import { addReadingOptions, type ReadingFlags } from '../options.ts';

export interface ReportFlags extends ReadingFlags {
  readonly out: string;
  readonly force?: boolean;
}

const EXAMPLES = `
Examples:
  oped report archive/records.jsonl --out pages      then open pages/index.html
  oped report column.html --out pages --force`;

/** `oped report RECORDS --out DIR`: pages that open from disk. */
export const reportCommand = (): Command =>
  addReadingOptions(
    new Command('report')
      .description('write static pages: each article with its findings, and an index with search, filters and charts')
      .argument('<input...>', 'a records.jsonl made earlier, or articles')
      .requiredOption('--out <dir>', '(required) the folder for the pages')
      .option('--force', 'overwrite what is there')
      .addHelpText('after', EXAMPLES),
  ).action(async (inputs: string[], flags: ReportFlags) => {
    const { writePages } = await import('../actions/report.ts');
    await writePages(inputs, flags);
  });
