import type { FeatureList } from './feature-list.ts';
import type { Match } from './lexicon.ts';
import { OUTSIDE, type Place, type Sight } from './sight.ts';

/** Which lists know the token, and the length of the longest entry. */
export function kinds(list: FeatureList, { matches, pos }: Sight, at: number, { from }: Place): void {
  let all = 0;
  let longest = 0;
  for (const { entry } of matches[at]!) {
    all |= 1 << (2 * (entry.kindNumber + 1) + (entry.vague ? 1 : 0));
    longest = Math.max(longest, entry.length);
  }
  list.put(27, all);
  list.put(28, all, pos[at]!);
  list.put(29, all, longest);
  list.put(30, all, Math.min(at - from, 4));
}

/** What one list entry that covers the token says, without its words. */
export function listed(
  list: FeatureList,
  sight: Sight,
  at: number,
  { from, to, asks, block }: Place,
  { entry, from: a, to: b }: Match,
  frame: number,
): void {
  const pos = (i: number): number => (i < from || i >= to ? OUTSIDE : sight.pos[i]!);
  const kind = 4 * (entry.kindNumber + 1) + (entry.vague ? 2 : 0) + (entry.length > 1 ? 1 : 0);
  const rule = entry.ruleNumber;
  list.put(40, kind);
  list.put(41, rule, kind);
  list.put(42, kind, sight.pos[at]!);
  list.put(43, rule, entry.strength + 2, kind);
  list.put(44, rule, pos(a - 1), pos(b));
  list.put(45, rule, frame, kind);
  list.put(46, kind, at - a);
  list.put(47, kind, Math.min(a - from, 2), asks);
  list.put(48, kind, sight.scene.quoted[at]!, block);
  list.put(49, kind, pos(a - 1));
  list.put(50, kind, pos(b));
}

/** A list entry's own words and those beside it. */
export function listedWords(
  list: FeatureList,
  { lemma }: Sight,
  { from, to }: Place,
  { entry, from: a, to: b }: Match,
): void {
  const word = (i: number): number => (i < from || i >= to ? OUTSIDE : lemma[i]!);
  const rule = entry.ruleNumber;
  list.put(90, entry.patternNumber, entry.kindNumber);
  list.put(91, rule, word(a - 1));
  list.put(92, rule, word(b));
}
