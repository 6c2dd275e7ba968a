import type { Span } from '../article/span.ts';
import type { Counts } from './counts.ts';

export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Shared characters by all characters. */
export const jaccard = (a: Span, b: Span): number => {
  const shared = overlap(a, b);
  return shared / (a.end - a.start + b.end - b.start - shared);
};

export interface Matching<G, P> {
  readonly gold: readonly G[];
  readonly found: readonly P[];
  /** How well a pair fits; 0 when it may not match. */
  readonly closeness: (gold: G, found: P) => number;
  /** The labels under which an item counts. */
  readonly labels: (item: G | P) => readonly string[];
}

/** Pairs gold and found one to one, the closest first, and counts hits, inventions and misses by label. */
export function match<G, P>({ gold, found, closeness, labels }: Matching<G, P>, counts: Counts): void {
  const pairs = gold
    .flatMap((g, i) => found.map((f, j) => ({ i, j, fit: closeness(g, f) })))
    .filter(({ fit }) => fit > 0);
  pairs.sort((a, b) => b.fit - a.fit || a.i - b.i || a.j - b.j);
  const goldHit = new Set<number>();
  const foundHit = new Set<number>();
  for (const { i, j } of pairs) {
    if (goldHit.has(i) || foundHit.has(j)) continue;
    goldHit.add(i);
    foundHit.add(j);
    for (const label of labels(gold[i]!)) counts.add(`${label}:tp`);
  }
  for (const [i, item] of gold.entries())
    if (!goldHit.has(i)) for (const label of labels(item)) counts.add(`${label}:fn`);
  for (const [j, item] of found.entries())
    if (!foundHit.has(j)) for (const label of labels(item)) counts.add(`${label}:fp`);
}
