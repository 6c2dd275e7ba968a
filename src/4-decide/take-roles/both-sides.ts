import type { Token } from '../../article/layers.ts';

/** Pairs of opposites that one sentence names together, by lemma: "has its pros and cons". */
const PAIRS: readonly (readonly [string, string])[] = [
  ['pro', 'con'],
  ['advantage', 'disadvantage'],
  ['benefit', 'drawback'],
  ['benefit', 'risk'],
  ['strength', 'weakness'],
  ['upside', 'downside'],
];

/** How far apart the two words of a pair may stand, in tokens. */
const NEAR = 4;

/** Whether the sentence speaks for both sides at once. */
export function namesBothSides(tokens: readonly Token[]): boolean {
  return PAIRS.some(([well, ill]) => {
    const a = tokens.findIndex(({ lemma, lower }) => lemma === well || lower === `${well}s`);
    const b = tokens.findIndex(({ lemma, lower }) => lemma === ill || lower === `${ill}s`);
    return a >= 0 && b >= 0 && Math.abs(a - b) <= NEAR;
  });
}
