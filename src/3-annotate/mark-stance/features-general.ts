import { hashOf } from '../../linear/hash.ts';
import type { FeatureList } from './feature-list.ts';
import { OUTSIDE, type Place, type Sight } from './sight.ts';

/** Parts of speech, clusters, endings and place in the sentence. */
export function general(list: FeatureList, sight: Sight, at: number, place: Place, frame: number): void {
  const { from, to, asks, block } = place;
  const { quoted, tokens } = sight.scene;
  const pos = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : sight.pos[at + d]!);
  const fine = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : sight.fine[at + d]!);
  const { lower } = tokens[at]!;
  const p0 = pos(0);
  const f0 = fine(0);
  const coarse = sight.coarse[at]!;
  const since = Math.min(at - from, 4);
  list.put(1, p0);
  list.put(2, pos(-1), p0);
  list.put(3, p0, pos(1));
  list.put(4, pos(-1), p0, pos(1));
  list.put(5, f0);
  list.put(6, f0, p0);
  list.put(7, f0, pos(-1));
  list.put(8, f0, fine(-1));
  list.put(9, f0, fine(1));
  list.put(10, coarse, p0);
  list.put(11, coarse, frame, p0);
  list.put(12, hashOf(lower.slice(-3)));
  list.put(13, hashOf(lower.slice(-2)), p0);
  list.put(14, hashOf(lower.slice(0, 3)));
  list.put(15, since);
  list.put(16, since, p0);
  list.put(17, Math.min(to - 1 - at, 3), asks);
  list.put(18, quoted[at]!);
  list.put(19, block);
  list.put(20, block, p0);
  list.put(21, frame, p0);
  list.put(22, frame, hashOf(lower.slice(-3)));
  list.put(23, frame, f0);
  cued(list, sight, at);
}

/** Whether the token is in the cue of an attribution, and of which rule. */
function cued(list: FeatureList, { scene: { cues }, pos }: Sight, at: number): void {
  if (cues[at] === 0) return;
  list.put(24, 1);
  list.put(25, cues[at]!, pos[at]!);
  list.put(26, pos[at]!, cues[at - 1] === 0 ? 1 : 0, cues[at + 1] === 0 ? 1 : 0);
}
