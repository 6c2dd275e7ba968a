import { candidatesOf } from './after-verb.ts';
import type { Candidate, Range, Scene } from './candidate.ts';
import { nounPhraseFrom, subjectOf } from './source.ts';
import { ADJECTIVES, NOUNS } from './verbs.ts';

/** "the claim by X that C", "his belief that C", "the argument is that C", "the claim is often made that C". */
export function nounAt(scene: Scene, noun: number): Candidate[] {
  const { tokens, range } = scene;
  const openers = NOUNS.get(tokens[noun]!.lemma);
  if (!openers || tokens[noun]!.pos === 'VERB') return [];
  const agent = agentOf(scene, noun);
  const that = thatAfter(tokens, agent?.to ?? noun + 1, range.to);
  if (that === null) return phraseAfter(scene, noun, openers);
  const source = agent ?? possessor(tokens, noun, range.from) ?? sender(scene, noun);
  const rule = that.to - (agent?.to ?? noun + 1) > 1 ? 'noun-is-that' : 'noun-that';
  return candidatesOf(scene, { rule, source, cue: { from: noun, to: noun + 1 } }, that.to);
}

/** "their opposition to C", "voiced support for C", "the governor's goal of C": only where somebody is named. */
function phraseAfter(scene: Scene, noun: number, openers: ReadonlySet<string>): Candidate[] {
  const { tokens, range } = scene;
  const next = tokens[noun + 1]?.lower ?? '';
  if (noun + 2 >= range.to || !(openers.has(next) || next === ':')) return [];
  const source = possessor(tokens, noun, range.from) ?? sender(scene, noun);
  return source ? candidatesOf(scene, { rule: 'noun-of', source, cue: { from: noun, to: noun + 1 } }, noun + 2) : [];
}

function agentOf({ tokens, range }: Scene, noun: number): Range | null {
  if (!/^(?:by|of|from|among|between)$/.test(tokens[noun + 1]?.lower ?? '')) return null;
  const source = nounPhraseFrom(tokens, noun + 2, range.to);
  return source.to > source.from ? source : null;
}

/** The "that" right after `at`, or after a form of "be", an adverb, "made", "goes", a comma. */
function thatAfter(tokens: Scene['tokens'], at: number, limit: number): Range | null {
  for (let i = at; i < Math.min(limit - 1, at + 5); i++) {
    const { lower, pos } = tokens[i]!;
    if (lower === 'that') return { from: i, to: i + 1 };
    if (
      pos !== 'AUX' &&
      pos !== 'ADV' &&
      lower !== ',' &&
      !/^(?:made|raised|heard|goes|went|given|is|loud|and|clear)$/.test(lower)
    )
      return null;
  }
  return null;
}

/** "Gartner's conclusion", "their belief". */
function possessor(tokens: Scene['tokens'], noun: number, floor: number): Range | null {
  for (let at = noun - 1; at >= Math.max(floor, noun - 3); at--) {
    const { lower } = tokens[at]!;
    if (/^(?:his|her|their|its|my|our)$/.test(lower)) return { from: at, to: at + 1 };
    if (/^['’]s?$/.test(lower) && at > floor) return nameBefore(tokens, at, floor);
  }
  return null;
}

function nameBefore(tokens: Scene['tokens'], at: number, floor: number): Range {
  let from = at - 1;
  while (from > floor && tokens[from - 1]!.pos === 'PROPN') from--;
  return { from, to: at };
}

/** "the voters sent a message that": the subject of the verb whose object the noun is. */
function sender({ tokens, range }: Scene, noun: number): Range | null {
  for (let at = noun - 1; at >= Math.max(range.from, noun - 5); at--) {
    if (
      /^(?:send|make|express|have|hold|share|voice|raise|issue|reject|deliver|give|state|announce|declare|convey|offer|repeat|reiterate|withdraw)$/.test(
        tokens[at]!.lemma,
      )
    )
      return subjectOf(tokens, at, range).source;
  }
  return null;
}

/** "X is convinced that C". */
export function adjectiveAt(scene: Scene, at: number): Candidate[] {
  const { tokens, range } = scene;
  if (!ADJECTIVES.has(tokens[at]!.lower) || tokens[at + 1]?.lower !== 'that' || at + 2 >= range.to) return [];
  const { source, cue } = subjectOf(tokens, at, range);
  return candidatesOf(scene, { rule: 'adjective-that', source, cue: { from: cue, to: at + 1 } }, at + 2);
}
