import type { Span } from '../../src/article/span.ts';

/** Right, wrong and missed, as ../shared/tools/score.mjs counts them. */
export class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  get f(): number {
    return (2 * this.right) / (2 * this.right + this.wrong + this.missed) || 0;
  }

  toString(): string {
    const p = this.right / (this.right + this.wrong) || 0;
    const r = this.right / (this.right + this.missed) || 0;
    return `P ${p.toFixed(3)}  R ${r.toFixed(3)}  F ${this.f.toFixed(3)}  n ${this.right + this.missed}`;
  }
}

export type Tallies = Map<string, Tally>;

export function tallyOf(tallies: Tallies, name: string): Tally {
  const tally = tallies.get(name) ?? new Tally();
  tallies.set(name, tally);
  return tally;
}

export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

export function jaccard(a: Span, b: Span): number {
  const common = overlap(a, b);
  return common / (a.end - a.start + b.end - b.start - common);
}

/** Greedy one-to-one matching, the closest pairs first; adds to the tallies that `names` gives for an item. */
export function match<G, P>(
  golds: readonly G[],
  found: readonly P[],
  closeness: (gold: G, item: P) => number,
  names: (item: G | P) => readonly string[],
  tallies: Tallies,
): void {
  const pairs = golds.flatMap((gold, i) =>
    found.flatMap((item, j) => {
      const close = closeness(gold, item);
      return close > 0 ? [{ close, i, j }] : [];
    }),
  );
  pairs.sort((a, b) => b.close - a.close || a.i - b.i || a.j - b.j);
  const usedGold = new Set<number>();
  const usedItems = new Set<number>();
  for (const { i, j } of pairs) {
    if (usedGold.has(i) || usedItems.has(j)) continue;
    usedGold.add(i);
    usedItems.add(j);
    for (const name of names(golds[i]!)) tallyOf(tallies, name).right++;
  }
  golds.forEach((gold, i) => {
    if (!usedGold.has(i)) for (const name of names(gold)) tallyOf(tallies, name).missed++;
  });
  found.forEach((item, j) => {
    if (!usedItems.has(j)) for (const name of names(item)) tallyOf(tallies, name).wrong++;
  });
}
