import type { FeatureList } from './feature-list.ts';
import { OUTSIDE, type Place, type Sight } from './sight.ts';

/** The words of the token and around it. */
export function words(list: FeatureList, sight: Sight, at: number, { from, to, asks }: Place, frame: number): void {
  const w = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : sight.lower[at + d]!);
  const l = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : sight.lemma[at + d]!);
  const p = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : sight.pos[at + d]!);
  const w0 = w(0);
  const l0 = l(0);
  list.put(60, w0);
  list.put(61, l0);
  list.put(62, w(-1));
  list.put(63, w(1));
  list.put(64, w(-2));
  list.put(65, w(2));
  list.put(66, w(-1), w0);
  list.put(67, w0, w(1));
  list.put(68, l(-1), l0);
  list.put(69, l0, l(1));
  list.put(70, w(-2), w(-1));
  list.put(71, w(1), w(2));
  list.put(72, l0, p(-1));
  list.put(73, l0, p(1));
  list.put(74, l0, p(0));
  list.put(75, l0, l(-2));
  list.put(76, l0, l(2));
  list.put(77, l0, l(3));
  list.put(78, Math.min(at - from, 4), l0);
  list.put(79, asks, l0);
  list.put(80, sight.scene.quoted[at]!, l0);
  list.put(81, w(from - at), l0);
  list.put(82, frame, l0);
  list.put(83, l0, at + 1 < to ? sight.fine[at + 1]! : 0);
  list.put(84, l0, at > from ? sight.fine[at - 1]! : 0);
  for (const flag of sight.flags) list.put(85, flag, l0);
}
