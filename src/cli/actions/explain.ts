import { explain } from '../../../pipelines/explain.ts';
import { whyMarker } from '../../3-annotate/mark-stance/why.ts';
import { whyDecided } from '../../4-decide/why-decided.ts';
import { findingLines, roleLines, stageLines } from '../../6-write/view/explanation.ts';
import { failed } from '../exit.ts';
import { type ReadingFlags, readingFrom } from '../options.ts';

/** Prints the stages in order, then each sentence and each finding with what decided it. */
export async function showExplanation(file: string, flags: ReadingFlags): Promise<void> {
  const width = process.stdout.columns ?? 110;
  for await (const explained of explain(file, readingFrom(flags))) {
    if (explained.steps.length > 0) print('Stages', stageLines(explained.steps));
    if (explained.ok) {
      print('Sentences and their roles', roleLines(explained.record, width, whyDecided));
      print('Findings and what decided them', findingLines(explained.record, width, whyMarker, whyDecided));
    } else failed(explained.problem);
  }
}

const print = (title: string, lines: readonly string[]): void => {
  process.stdout.write(`${title.toUpperCase()}\n${lines.join('\n')}\n\n`);
};
