import type { Report } from '../../article/layers.ts';
import type { Candidate, Range, Scene } from './candidate.ts';

/** A candidate and its probability. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

interface Seen {
  readonly scene: Scene;
  readonly scored: readonly Scored[];
}

/** How likely each of `count` sentences reports; of one that comes in pieces, the likeliest piece. */
export function reportsOf(count: number, seen: readonly Seen[]): Report[] {
  const reports = Array.from({ length: count }, () => ({ chance: 0, part: 0 }));
  for (const { scene, scored } of seen) {
    const report = reports[scene.tokens[scene.range.from]!.sentence]!;
    for (const { candidate, score } of scored) {
      report.chance = Math.max(report.chance, score);
      report.part = Math.max(report.part, score * partOf(scene.range, candidate));
    }
  }
  return reports;
}

/** Which part of the sentence's tokens is content, cue or source; they seldom overlap. */
function partOf(range: Range, { source, cue, content }: Candidate): number {
  const tokens = sizeOf(content) + (cue ? sizeOf(cue) : 0) + (source ? sizeOf(source) : 0);
  return Math.min(1, tokens / sizeOf(range));
}

const sizeOf = ({ from, to }: Range): number => to - from;
