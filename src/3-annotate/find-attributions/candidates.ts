import { afterVerb, makesClear } from './after-verb.ts';
import { aroundQuotation, introducedQuotation, quotedWords, signed } from './around-quotation.ts';
import { asSays } from './as-says.ts';
import type { Candidate, Scene } from './candidate.ts';
import { clauseBegins } from './content.ts';
import { adjectiveAt, nounAt } from './nouns.ts';
import { accordingTo, forWhom, introduced, inWords, soCalled } from './phrases.ts';
import { subjectOf } from './source.ts';
import { framesOf, SENSES } from './verbs.ts';

/** Everything in one sentence that may be an attribution, generously; several may share a cue. */
export function candidatesIn(scene: Scene): Candidate[] {
  const { range } = scene;
  const found: Candidate[] = [...introduced(scene), ...forWhom(scene)];
  for (let at = range.from; at < range.to; at++) {
    found.push(...accordingTo(scene, at), ...inWords(scene, at), ...soCalled(scene, at), ...makesClear(scene, at));
    const verbs = verbAt(scene, at);
    found.push(...verbs, ...(verbs.length === 0 ? nounAt(scene, at) : []), ...adjectiveAt(scene, at));
  }
  return [...found, ...signed(scene), ...introducedQuotation(scene), ...quotedWords(scene)];
}

function verbAt(scene: Scene, verb: number): Candidate[] {
  const { tokens, range } = scene;
  const frames = framesOf(tokens[verb]!);
  if (!frames || !mayBeVerb(scene, verb)) return [];
  const subject = subjectOf(tokens, verb, range);
  const says = subject.source ? asSays(scene, verb, subject.source, subject.cue) : [];
  if (says.length > 0 && says[0]!.rule !== 'parenthetical') return says;
  const isFor = frames.has('for') && tokens[verb + 1]?.lower === 'for';
  const isQuote = frames.has('quote') || (SENSES.get(tokens[verb]!.lemma) ?? '') !== 'want';
  const quoted = isQuote && !isFor ? aroundQuotation(scene, verb, subject) : [];
  return [...says, ...(quoted.length > 0 ? quoted : afterVerb(scene, verb, frames, subject))];
}

const BEFORE_NOUN = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'no',
  'any',
  'every',
  'each',
  'its',
  'his',
  'her',
  'their',
  'our',
  'my',
  'your',
]);

/** wink takes many a verb after a noun for a noun itself: "Some say", "Market rumors claim". */
function mayBeVerb({ tokens, range }: Scene, at: number): boolean {
  const { pos } = tokens[at]!;
  if (pos === 'VERB') return true;
  if (pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'ADP') return false;
  const before = tokens[at - 1];
  if (at === range.from || !before || BEFORE_NOUN.has(before.lower) || before.pos === 'ADJ' || before.pos === 'ADP')
    return false;
  const next = tokens[at + 1]?.lower ?? '';
  return (
    next === 'that' ||
    next === 'to' ||
    next === ',' ||
    next === ':' ||
    /^["“]/.test(next) ||
    clauseBegins(tokens, at + 1, range.to) ||
    before.pos === 'DET'
  );
}
