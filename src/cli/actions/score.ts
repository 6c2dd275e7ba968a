import { readRecords } from '../../6-write/jsonl.ts';
import { score } from '../../score/score.ts';
import { scoreView } from '../../score/score-view.ts';
import type { ScoreFlags } from '../commands/score.ts';

/** Prints precision, recall and F1 of each label, with intervals. */
export async function showScore(gold: string, records: string, { json }: ScoreFlags): Promise<void> {
  const result = await score(gold, readRecords(records));
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : scoreView(result));
}
