import { Command } from 'commander';
import { explain } from '../../../pipelines/explain.ts';
import { whyMarker } from '../../3-annotate/mark-stance/why.ts';
import { findingLines, roleLines, stageLines } from '../../6-write/view/explanation.ts';
import { failed } from '../exit.ts';
import { type ReadingFlags, readingFrom, readingOptions } from '../options.ts';

const EXAMPLES = `
Examples:
  oped explain column.txt
  oped explain page.html --issue "the carbon tax" | less`;

/** \`oped explain FILE\`: the stages in order, and the evidence behind each finding. */
export const explainCommand = (): Command => {
  const command = new Command('explain')
    .description('show the stages in order with what each needs, adds and found, and the evidence behind each finding')
    .argument('<file>', 'text, Markdown, HTML, JSON or JSONL; - is standard input')
    .addHelpText('after', EXAMPLES)
    .action(showExplanation);
  for (const option of readingOptions()) command.addOption(option);
  return command;
};

async function showExplanation(file: string, flags: ReadingFlags): Promise<void> {
  const width = process.stdout.columns ?? 110;
  for await (const explained of explain(file, readingFrom(flags))) {
    const parts = [['Stages', stageLines(explained.steps)]] as [string, string[]][];
    if (explained.ok) {
      parts.push(['Sentences and their roles', roleLines(explained.record, width)]);
      parts.push(['Findings and what decided them', findingLines(explained.record, width, whyMarker)]);
    } else {
      failed(explained.problem);
    }
    for (const [title, lines] of parts) process.stdout.write(`${title.toUpperCase()}\n${lines.join('\n')}\n\n`);
  }
}
