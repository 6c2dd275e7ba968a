import { Command, Option } from 'commander';
import { addReadingOptions, type ReadingFlags } from '../options.ts';

const FORMATS = ['text', 'json', 'markdown', 'csv'] as const;

export interface ArticleFlags extends ReadingFlags {
  readonly format: (typeof FORMATS)[number];
}

const EXAMPLES = `
Examples:
  oped article column.txt                         the article taken apart, for a person
  oped article page.html --format json | jq .verdict
  oped article columns.jsonl --map text=body,title=headline
  pbpaste | oped article - --issue "nuclear power"`;

/** `oped article FILE|-`: one article taken apart, on standard output. */
export const articleCommand = (): Command =>
  addReadingOptions(
    new Command('article')
      .description('take one article apart: who, issue, pros and cons side by side, verdict, stance, quotes')
      .argument('<file>', 'text, Markdown, HTML, JSON, or any format of docs/formats.md; - is standard input')
      .addOption(new Option('--format <format>', 'how to print it').choices(FORMATS).default('text'))
      .addHelpText('after', EXAMPLES),
  ).action(async (file: string, flags: ArticleFlags) => {
    const { showArticle } = await import('../actions/article.ts');
    await showArticle(file, flags);
  });
