import { Command } from 'commander';
import { addReadingOptions, type ReadingFlags } from '../options.ts';

const EXAMPLES = `
Examples:
  oped explain column.txt
  oped explain page.html --issue "the carbon tax" | less`;

/** `oped explain FILE`: the stages in order, and the evidence behind each finding. */
export const explainCommand = (): Command =>
  addReadingOptions(
    new Command('explain')
      .description(
        'show the stages in order with what each needs, adds and found, and the evidence behind each finding',
      )
      .argument('<file>', 'text, Markdown, HTML, JSON, or any format of docs/formats.md; - is standard input')
      .addHelpText('after', EXAMPLES),
  ).action(async (file: string, flags: ReadingFlags) => {
    const { showExplanation } = await import('../actions/explain.ts');
    await showExplanation(file, flags);
  });
