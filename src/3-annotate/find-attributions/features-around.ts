import type { Token } from '../../article/layers.ts';
import { clustersOf } from '../clusters.ts';
import { jointAt, jointsIn } from './breaks.ts';
import type { Candidate, Range, Scene } from './candidate.ts';
import { SUBORDINATORS } from './openers.ts';
import { shapeOf } from './shape.ts';

/** How many tokens after the sentence's beginning a clause that its subordinator opens begins, at most. */
const NEAR_OPENING = 3;

type Value = string | number;
export type Put = (template: number, a?: Value, b?: Value, c?: Value) => void;

/** What is known of a candidate's rule, its cue and its source. */
interface Known {
  readonly rule: string;
  readonly sense: string;
  readonly speaker: string;
  /** The lemma of the cue's verb or noun, '' where there is none. */
  readonly verb: string;
}

type Sight = Pick<Scene, 'tokens' | 'range'>;

/** The features of the clause that reports, of where the report ends and of the rest of the sentence. */
export function around(put: Put, sight: Sight, candidate: Candidate, rivals: readonly Candidate[], known: Known): void {
  ofFrame(put, sight.tokens, candidate, known);
  ofClause(put, sight, candidate, known);
  ofEnds(put, sight.tokens, candidate, rivals);
}

/** The rule without what says how the report was cut, with verb, sense and speaker; and the verb by its like. */
function ofFrame(put: Put, tokens: readonly Token[], { cue, content }: Candidate, known: Known): void {
  const { rule, sense, speaker, verb } = known;
  const frame = rule.replace(/-(?:cut|passive|open)\b/g, '');
  put(82, frame, verb);
  put(83, frame, speaker);
  put(84, frame, sense, speaker);
  put(85, frame, tokens[content.from]!.pos);
  const shape = shapeOf(tokens, content);
  put(90, shape, frame);
  put(91, shape, verb);
  put(92, shape, sense);
  put(93, shape, speaker);
  if (!cue) return;
  const [, middle = 0, coarse = 0] = clustersOf(verb);
  put(86, middle);
  put(87, coarse, frame);
  put(88, middle, frame);
  put(89, coarse, speaker);
}

/** What stands before the clause that reports, and after what it reports. */
function ofClause(put: Put, { tokens, range }: Sight, candidate: Candidate, { rule, sense, speaker }: Known): void {
  const { source, cue, content } = candidate;
  const first = Math.min(source?.from ?? content.from, cue?.from ?? content.from, content.from);
  const cut = isCut(rule);
  const opener = first === range.from ? 'S' : tokens[first - 1]!.lower;
  const isNear = first > range.from && first - range.from <= NEAR_OPENING;
  const subordinate = isNear && SUBORDINATORS.has(tokens[range.from]!.lower) ? 1 : 0;
  const next = tokens[content.to]?.lower ?? '';
  put(50, opener, cut);
  put(51, opener, sense, cut);
  put(52, opener, speaker, cut);
  put(53, tokens[range.from]!.lower, cut);
  put(54, subordinate, cut, next);
  put(55, subordinate, rule);
  put(56, range.to - content.to < 2 ? 1 : 0, rule);
  put(57, verbsIn(tokens, { from: content.to, to: range.to }), cut, subordinate);
  const joint = content.to < range.to ? jointAt(tokens, content.to, range.to) || 'other' : 'end';
  put(94, joint, subordinate);
  put(95, joint, rule);
  const inner = jointsIn(tokens, content);
  put(96, inner.length, subordinate, cut);
  for (const one of inner) {
    put(97, one, subordinate);
    put(98, one, joint);
    put(99, one, rule);
  }
  put(58, next, tokens[content.to + 1]?.lower ?? '', cut);
  put(59, next, tokens[content.to + 1]?.pos ?? '', cut);
}

const isCut = (rule: string): number => (rule.endsWith('-cut') ? 1 : 0);

/** Verbs, counted up to three. */
function verbsIn(tokens: readonly Token[], { from, to }: Range): number {
  let verbs = 0;
  for (let i = from; i < to && verbs < 3; i++) if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') verbs++;
  return verbs;
}

/** How many ends of the same report are tried, before and after this one. */
function ofEnds(
  put: Put,
  tokens: readonly Token[],
  { rule, cue, content }: Candidate,
  rivals: readonly Candidate[],
): void {
  let longer = 0;
  let shorter = 0;
  for (const rival of rivals) {
    if (!cue || rival.cue?.to !== cue.to || rival.content.from !== content.from) continue;
    if (rival.content.to > content.to) longer++;
    else if (rival.content.to < content.to) shorter++;
  }
  put(80, Math.min(longer, 3), Math.min(shorter, 3), rule);
  put(81, Math.min(longer, 3), Math.min(shorter, 3), tokens[content.to]?.lower ?? '');
}
