import { endOfReport } from './as-says.ts';
import { type Candidate, insideOf, type Range, type Scene, trimmed } from './candidate.ts';
import { clauseFrom } from './content.ts';
import type { Quotation } from './quotations.ts';
import { agentAfter, firstSubject, nounPhraseFrom, type Subject } from './source.ts';
import { SENSES } from './verbs.ts';

/** Quotations of one report stand at most so many characters apart. */
const NEAR = 60;
/** Most words between a verb of saying and its quotation, with and without a comma or colon. */
const WORDS_TO_QUOTATION = { introduced: 14, bare: 4 };

/** A quotation right after the verb (a few words between), or one that ends right before the speaker. */
export function aroundQuotation(scene: Scene, verb: number, subject: Subject): Candidate[] {
  const { tokens, range, quotations } = scene;
  const said = spokenAfter(tokens, verb, range.to, quotations);
  const cue = { from: subject.cue, to: verb + 1 };
  if (said) {
    const clause = clauseAfterThat(tokens, verb, said, range);
    const frame = { source: speakerOf(tokens, verb, subject, said, range.to), cue };
    const inside = { ...frame, rule: clause ? 'that-quote-inside' : 'quote-after', content: insideOf(scene, said) };
    const next = nextTo(scene, said).map((one) => ({ ...frame, rule: 'quote-next', content: insideOf(scene, one) }));
    return clause ? [{ ...frame, rule: 'that-quote', content: clause }, inside, ...next] : [inside, ...next];
  }
  const left = subject.source ? subject.source.from : subject.cue;
  const before = quotations.findLast(({ end }) => end <= tokens[left]!.start);
  if (!before || wordsBetween(tokens, before.end, left, range.from) > 0) return [];
  const source = subject.source ?? inverted(tokens, verb, range.to);
  return [{ rule: 'quote-before', source, cue, content: withNext(scene, verb, before) }];
}

/** The quotations that go on in the same breath, two at most: `said “A” and “B”`. */
function nextTo({ text, quotations }: Scene, said: Quotation): Quotation[] {
  const at = quotations.indexOf(said);
  return quotations
    .slice(at + 1, at + 3)
    .filter(
      ({ start }, i) =>
        start - quotations[at + i]!.end < NEAR && !/[.;:?!]/.test(text.slice(quotations[at + i]!.end, start)),
    );
}

/** The subject, but for “was called ‘X’ by Y” the agent, and for “a bill called ‘X’” nobody. */
function speakerOf(
  tokens: Scene['tokens'],
  verb: number,
  { source, cue, passive }: Subject,
  said: Quotation,
  limit: number,
): Range | null {
  const isNamed = cue === verb && SENSES.get(tokens[verb]!.lemma) === 'name' && tokens[verb + 1]!.end >= said.start;
  return passive || isNamed ? agentAfter(tokens, verb, limit) : source;
}

/** `“A,” he says, “B”` is one report from A to B. */
function withNext(scene: Scene, verb: number, before: Quotation): Range {
  const { tokens, range, quotations } = scene;
  const content = insideOf(scene, before);
  const next = quotations.find(({ start }) => start >= tokens[verb]!.end);
  const goesOn = next !== undefined && tokens[endOfReport(tokens, verb, range.to)]?.lower === ',';
  return goesOn ? { from: content.from, to: insideOf(scene, next).to } : content;
}

/** "says Martinovich": the speaker after the verb. */
function inverted(tokens: Scene['tokens'], verb: number, limit: number): Range | null {
  const source = nounPhraseFrom(tokens, verb + 1, limit);
  return source.to > source.from ? source : null;
}

/** The quotation that begins a few words after the verb with no other clause between. */
function spokenAfter(
  tokens: Scene['tokens'],
  verb: number,
  limit: number,
  quotations: readonly Quotation[],
): Quotation | undefined {
  const next = quotations.find(({ start }) => start >= tokens[verb]!.end);
  if (!next) return undefined;
  const introduced = followsColon(tokens, verb, next);
  let words = 0;
  for (let i = verb + 1; i < limit && tokens[i]!.start < next.start; i++) {
    const { kind, lower, pos } = tokens[i]!;
    if (kind === 'word') words++;
    if (lower === ';' || (pos === 'AUX' && !introduced)) return undefined;
  }
  return words <= (introduced ? WORDS_TO_QUOTATION.introduced : WORDS_TO_QUOTATION.bare) ? next : undefined;
}

/** Whether a comma or colon stands between the verb and the quotation, right before its mark. */
function followsColon(tokens: Scene['tokens'], verb: number, quotation: Quotation): boolean {
  let at = verb + 1;
  while (at < tokens.length && tokens[at]!.start < quotation.start) at++;
  return /^(?:[,:]|as)$/.test(tokens[at - 1]?.lower ?? '');
}

/** For `said that "…" and "…"`: from after "that" to the end of the clause. */
function clauseAfterThat(tokens: Scene['tokens'], verb: number, said: Quotation, range: Range): Range | null {
  let at = verb + 1;
  while (at < range.to && tokens[at]!.start < said.start && tokens[at]!.lower !== 'that') at++;
  if (tokens[at]?.lower !== 'that' || tokens[at]!.start >= said.start) return null;
  const content = trimmed(tokens, clauseFrom(tokens, at + 1, range.to));
  return content.to > content.from ? content : null;
}

function wordsBetween(tokens: Scene['tokens'], position: number, until: number, floor: number): number {
  let words = 0;
  for (let i = until - 1; i >= floor && tokens[i]!.start >= position; i--) if (tokens[i]!.kind === 'word') words++;
  return words;
}

/** Longest signature, in tokens. */
const LONGEST_SIGNATURE = 12;

/** `“…” —Daniel Yergin`: a quotation signed by its speaker, who may stand in a sentence of his own. */
export function signed(scene: Scene): Candidate[] {
  const { tokens, range, quotations } = scene;
  const quotation = quotations[0];
  if (!quotation || quotation.start > tokens[range.from]!.start) return [];
  let at = range.from;
  while (at < range.to && tokens[at]!.start < quotation.end) at++;
  if (at >= tokens.length - 1 || !/^[-–—~]+$/.test(tokens[at]!.lower) || tokens[at + 1]!.pos !== 'PROPN') return [];
  return [
    {
      rule: 'signed',
      source: nounPhraseFrom(tokens, at + 1, Math.min(tokens.length, at + LONGEST_SIGNATURE)),
      cue: null,
      content: insideOf(scene, quotation),
    },
  ];
}

/** `She had just two words: “…”`: a quotation after a comma or colon, and nobody is said to say it; the subject of the sentence may. */
export function introducedQuotation(scene: Scene): Candidate[] {
  const { tokens, range, quotations } = scene;
  return quotations.slice(0, MOST_INTRODUCED).flatMap((quotation) => {
    let at = range.from;
    while (at < range.to && tokens[at]!.start < quotation.start) at++;
    if (at <= range.from + 2 || !/^[,:]$/.test(tokens[at - 1]!.lower) || /^[,.]$/.test(tokens[at + 1]?.lower ?? ','))
      return [];
    const source = firstSubject(tokens, range.from, at - 1);
    return source ? [{ rule: 'quote-introduced', source, cue: null, content: insideOf(scene, quotation) }] : [];
  });
}
const MOST_INTRODUCED = 3;

/** Each quotation's part of the sentence, for the case that nobody is named. */
export function quotedWords(scene: Scene): Candidate[] {
  const { sentence } = scene;
  return scene.quotations.map((quotation) => {
    const isWhole = quotation.start <= sentence.start && quotation.end >= sentence.end - 2;
    const rule = quotation.start < sentence.start ? 'quote-goes-on' : isWhole ? 'quote-alone' : 'quoted-words';
    return { rule, source: null, cue: null, content: insideOf(scene, quotation) };
  });
}
