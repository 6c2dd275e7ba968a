import type { Token } from '../../article/layers.ts';
import { CUES, isNegation, REACH } from './cues.ts';

/** Classes of cues that speak well of what they are said of, and those that speak ill. */
const WELL: ReadonlySet<string> = new Set(['help', 'good', 'boon', 'support']);
const ILL: ReadonlySet<string> = new Set(['hurt', 'flaw', 'fault', 'oppose']);

/** How many words speak well and how many ill; a negation turns those that follow it. */
export function wellAndIll(tokens: readonly Token[]): [number, number] {
  let [well, ill] = [0, 0];
  let sinceNegation = REACH + 1;
  for (const { lemma, lower } of tokens) {
    sinceNegation = isNegation(lower) ? 0 : sinceNegation + 1;
    for (const name of CUES.get(lemma) ?? CUES.get(lower) ?? []) {
      const turned = sinceNegation <= REACH;
      if (turned ? ILL.has(name) : WELL.has(name)) well++;
      else if (turned ? WELL.has(name) : ILL.has(name)) ill++;
    }
  }
  return [well, ill];
}
