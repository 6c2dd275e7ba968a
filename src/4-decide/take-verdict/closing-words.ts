import type { Lean } from '../../article/layers.ts';
import type { Reading } from '../reading/reading.ts';
import type { Saying } from '../reading/sayings.ts';

/** The reason of a verdict whose side the closing sentences say too. */
export const CLOSING_WORDS = 'lean/closing-words';

/** Whether what the author says in the last sentences speaks, on the whole, for the side. */
export function closesOn({ sentences }: Reading, lean: Lean): boolean {
  const closing = sentences.filter(({ closes, reported }) => closes && !reported).flatMap(({ sayings }) => sayings);
  const sum = (side: Saying['side']) => closing.reduce((all, one) => all + (one.side === side ? one.weight : 0), 0);
  const net = sum('for') - sum('against');
  return (lean === 'pro' && net > 0) || (lean === 'con' && net < 0);
}
