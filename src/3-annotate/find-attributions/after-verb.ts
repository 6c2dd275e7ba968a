import type { Token } from '../../article/layers.ts';
import { jointAt } from './breaks.ts';
import { type Candidate, type Range, type Scene, trimmed } from './candidate.ts';
import { afterObject, contentsFrom, otherContents } from './complements.ts';
import { clauseFrom, cutsOf } from './content.ts';
import { CUTTING } from './openers.ts';
import { agentAfter, firstSubject, nounPhraseFrom, type Subject, subjectOf } from './source.ts';
import type { Frame } from './verbs.ts';

/** What follows a verb of saying without quotation marks, by the frames that it takes: the first that fits. */
export function afterVerb(scene: Scene, verb: number, frames: ReadonlySet<Frame>, subject: Subject): Candidate[] {
  const { tokens, range } = scene;
  const agent = subject.passive ? agentAfter(tokens, verb, range.to) : null;
  const source = subject.passive ? agent : (subject.source ?? firstSubject(tokens, range.from, subject.cue - 1));
  const at = tokens[verb + 1]?.lower === 'by' && agent ? agent.to : afterObject(tokens, verb, range.to);
  const cue = { from: subject.cue, to: agent && at === agent.to ? verb + 1 : at };
  const own = contentsFrom(tokens, at, range.to, frames, tokens[verb]!);
  const contents = own.length > 0 ? own : otherContents(tokens, at, range.to);
  const found = contents.flatMap(({ rule, from }) =>
    candidatesOf(scene, { rule: subject.passive ? `${rule}-passive` : rule, source, cue }, from),
  );
  return agent && subject.source
    ? [
        ...found,
        { rule: 'subject-passive', source: agent, cue: { from: subject.cue, to: verb + 1 }, content: subject.source },
      ]
    : found;
}

/** Rules whose content may be a noun phrase, which ends before the clause does. */
const NOMINAL_RULES = /^(?:np|for|of|as|label|about|bare-loose|noun-of)/;

/** The clause from `from` on, and, where a second main clause is joined to it, its first part too. */
export function candidatesOf({ tokens, range }: Scene, frame: Omit<Candidate, 'content'>, from: number): Candidate[] {
  const whole = clauseFrom(tokens, from, mainClauseAfter(tokens, range, frame.cue?.from ?? from, from));
  const content = trimmed(tokens, whole);
  if (content.to <= content.from) return [];
  const phrase = NOMINAL_RULES.test(frame.rule) ? nounPhraseFrom(tokens, content.from, content.to) : content;
  const ends = phrase.to < content.to && phrase.to > phrase.from ? [phrase] : [];
  const cuts = [...ends, ...cutsOf(tokens, content)].map((cut) => trimmed(tokens, cut));
  return [
    { ...frame, content },
    ...cuts
      .filter(({ from, to }, i) => to > from && to < content.to && cuts.findIndex((cut) => cut.to === to) === i)
      .map((cut) => ({ ...frame, rule: `${frame.rule}-cut`, content: cut })),
  ];
}

/** Words that may stand before the one that opens the clause: "But if", "Even though". */
const BEFORE_OPENER = 2;

/** The comma at which the main clause follows when the clause that reports opens the sentence: "While few say that A, B"; else the end. */
function mainClauseAfter(tokens: readonly Token[], range: Range, cue: number, from: number): number {
  let opener = range.from;
  while (opener < Math.min(cue, range.from + BEFORE_OPENER) && !CUTTING.has(tokens[opener]!.lower)) opener++;
  if (opener >= cue || !CUTTING.has(tokens[opener]!.lower)) return range.to;
  for (let at = opener + 1; at < cue; at++) if (jointAt(tokens, at, cue + 2) === ',S') return range.to;
  for (let at = from + 1; at < range.to; at++) if (jointAt(tokens, at, range.to) === ',S') return at;
  return range.to;
}

/** "made clear that", "made it plain that", "let me know that". */
export function makesClear(scene: Scene, at: number): Candidate[] {
  const { tokens, range } = scene;
  if (!/^(?:make|let)$/.test(tokens[at]!.lemma)) return [];
  const word = tokens
    .slice(at + 1, at + 4)
    .findIndex(({ lower }) => /^(?:clear|plain|known|know|argument|case|point)$/.test(lower));
  const end = at + 1 + word;
  if (word < 0 || end + 1 >= range.to) return [];
  const from = tokens[end + 1]!.lower === 'that' ? end + 2 : end + 1;
  const { source, cue } = subjectOf(tokens, at, range);
  const frame = { rule: 'make-clear', source, cue: { from: cue, to: end + 1 } satisfies Range };
  return candidatesOf(scene, frame, from);
}
