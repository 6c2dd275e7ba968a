import { takeApart } from '../../../pipelines/article.ts';
import type { OpedRecord } from '../../5-record/record.ts';
import { balance } from '../../5-record/tables/balance.ts';
import { csvOf } from '../../6-write/csv.ts';
import { markdownView } from '../../6-write/view/markdown.ts';
import { terminalView } from '../../6-write/view/terminal.ts';
import type { ArticleFlags } from '../commands/article.ts';
import { failed } from '../exit.ts';
import { readingFrom } from '../options.ts';

/** Prints each article of the file, in the format asked for. */
export async function showArticle(file: string, flags: ArticleFlags): Promise<void> {
  for await (const taken of takeApart(file, readingFrom(flags))) {
    if (taken.ok) process.stdout.write(rendered(taken.record, flags.format));
    else failed(taken.problem);
  }
}

function rendered(record: OpedRecord, format: ArticleFlags['format']): string {
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
