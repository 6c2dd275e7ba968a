import type { Reading } from '../reading/reading.ts';
import { wellAndIll } from '../reading/well-and-ill.ts';

/**
 * A hedged balance ("It is hard to say whether …") followed by an opinion
 * ("In my opinion …") leans with the opinion: 1 for, −1 against, 0 where
 * there is no such pair or the opinion shows no side.
 */
export function opinionAfterBalance({ sentences }: Reading): -1 | 0 | 1 {
  const sayings = sentences.map((sentence) => sentence.sayings);
  const open = sayings.findLastIndex((said) => said.some(({ side }) => side === 'open'));
  if (open < 0) return 0;
  const opinion = sayings.findIndex((said, at) => at > open && said.some(({ side }) => side === 'either'));
  if (opinion < 0) return 0;
  const [well, ill] = wellAndIll(sentences[opinion]!.tokens);
  const net = sayings[opinion]!.reduce((sum, { side }) => sum + (side === 'for' ? 1 : side === 'against' ? -1 : 0), 0);
  return Math.sign(net + well - ill) as -1 | 0 | 1;
}
