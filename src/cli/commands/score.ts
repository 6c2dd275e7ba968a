import { Command } from 'commander';

export interface ScoreFlags {
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  oped archive corpora/sample --out sample && oped score corpora/gold sample/records.jsonl
  oped score my-gold records.jsonl --json | jq '.labels[] | select(.n >= 50)'`;

/** `oped score GOLD RECORDS`: how well oped reads a user's own material. */
export const scoreCommand = (): Command =>
  new Command('score')
    .description('measure records against gold files, with 95 % intervals; docs/scoring.md says what each figure is')
    .argument('<gold>', 'a folder of <id>.json and <id>.txt, such as the pages let a reader download')
    .argument('<records>', 'a records.jsonl')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (gold: string, records: string, flags: ScoreFlags) => {
      const { showScore } = await import('../actions/score.ts');
      await showScore(gold, records, flags);
    });
