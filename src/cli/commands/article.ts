import { Command, Option } from 'commander';
import { takeApart } from '../../../pipelines/article.ts';
import type { OpedRecord } from '../../5-record/record.ts';
import { balance } from '../../5-record/tables/balance.ts';
import { csvOf } from '../../6-write/csv.ts';
import { markdownView } from '../../6-write/view/markdown.ts';
import { terminalView } from '../../6-write/view/terminal.ts';
import { failed } from '../exit.ts';
import { type ReadingFlags, readingFrom, readingOptions } from '../options.ts';

const FORMATS = ['text', 'json', 'markdown', 'csv'] as const;

interface Flags extends ReadingFlags {
  readonly format: (typeof FORMATS)[number];
}

const EXAMPLES = `
Examples:
  oped article column.txt                         the article taken apart, for a person
  oped article page.html --format json | jq .verdict
  oped article columns.jsonl --map text=body,title=headline
  pbpaste | oped article - --issue "nuclear power"`;

/** \`oped article FILE|-\`: one article taken apart, on standard output. */
export const articleCommand = (): Command => {
  const command = new Command('article')
    .description('take one article apart: who, issue, pros and cons side by side, verdict, stance, quotes')
    .argument('<file>', 'text, Markdown, HTML, JSON or JSONL; - is standard input')
    .addOption(new Option('--format <format>', 'how to print it').choices(FORMATS).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(showArticle);
  for (const option of readingOptions()) command.addOption(option);
  return command;
};

async function showArticle(file: string, flags: Flags): Promise<void> {
  for await (const taken of takeApart(file, readingFrom(flags))) {
    if (taken.ok) process.stdout.write(rendered(taken.record, flags.format));
    else {
      failed(taken.problem);
    }
  }
}

function rendered(record: OpedRecord, format: Flags['format']): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(record)}\n`;
    case 'markdown':
      return markdownView(record);
    case 'csv':
      return csvOf(balance, record);
    case 'text':
      return terminalView(record, { width: process.stdout.columns ?? 100, colour: hasColour() });
  }
}

const hasColour = (): boolean => process.stdout.isTTY === true && !process.env['NO_COLOR'];
