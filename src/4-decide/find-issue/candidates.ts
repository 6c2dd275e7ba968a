import type { Token } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
import type { SentenceView } from '../reading/reading.ts';

/** A noun phrase that could name what the article weighs. */
export interface Candidate extends Span {
  readonly sentence: number;
  /** Index of its first token in the sentence, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** How many prepositional phrases, infinitives and coordinated phrases it holds. */
  readonly tails: number;
  /** It opens with a verb in -ing: "expanding support for Head Start". */
  readonly gerund: boolean;
}

/** Words that hang one phrase on another. */
export const LINKS: ReadonlySet<string> = new Set([
  'of',
  'on',
  'in',
  'for',
  'to',
  'from',
  'with',
  'by',
  'against',
  'into',
  'at',
  'over',
  'and',
  'as',
]);
const INSIDE = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);
const MOST_TAILS = 3;
const LONGEST = 14;

/** All noun phrases of a sentence, each also with its prepositional phrases attached. */
export function candidatesOf(sentence: SentenceView): Candidate[] {
  const { tokens, index } = sentence;
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!opens(sentence, at)) continue;
    const gerund = isGerund(tokens[at]!);
    let to = nounPhraseEnd(sentence, gerund ? at + 1 : at);
    // The first word of a compound belongs to it, whatever it is taken for: "IT-country".
    const from = tokens[at]!.lower === '-' ? at - 1 : at;
    for (let tails = 0; to > from && to - from <= LONGEST; tails++) {
      const [{ start }, { end }] = [tokens[from]!, tokens[to - 1]!];
      found.push({ start, end, sentence: index, from, to, tails, gerund });
      const next = LINKS.has(tokens[to]?.lower ?? '') && tails < MOST_TAILS ? tailEnd(sentence, to + 1) : 0;
      if (next === 0) break;
      to = next;
    }
  }
  return found;
}

const isGerund = ({ pos, lower }: Token): boolean => pos === 'VERB' && lower.length > 5 && lower.endsWith('ing');

/** A phrase begins where the word before is no part of it. */
function opens(sentence: SentenceView, at: number): boolean {
  const token = sentence.tokens[at]!;
  if (isGerund(token)) return true;
  const before = sentence.tokens[at - 1];
  if (isDeterminer(token)) return true;
  if (!isInside(sentence, at) || (before && (isInside(sentence, at - 1) || isDeterminer(before)))) return false;
  return token.lower !== "'s";
}

const isDeterminer = ({ pos, lower }: Token): boolean =>
  pos === 'DET' || /^(?:our|their|his|her|its|my|your)$/.test(lower);

/** Participles stand among the adjectives: "the proposed takeover"; names hold what the tagger takes for verbs: "the Endangered Species Act". */
function isInside({ tokens, capitals }: SentenceView, at: number): boolean {
  const { pos, lower, start } = tokens[at]!;
  if (lower === '-') return tokens[at - 1]?.end === start;
  if (INSIDE.has(pos) || (lower === "'s" && pos !== 'AUX')) return true;
  return (pos === 'VERB' && /(?:ed|ing)$/.test(lower)) || isNamePart(tokens[at]!, capitals[at]!);
}

const isNamePart = ({ pos }: Token, capital: boolean): boolean => capital && (pos === 'VERB' || pos === 'ADV');

/**
 * Position after the last noun of the phrase that starts at `from`; 0 when there is none. Read no further than an issue may
 * go, or one endless sentence costs the square of its length: a phrase with a noun beyond is longer than any issue.
 */
function nounPhraseEnd(sentence: SentenceView, from: number): number {
  const { tokens, capitals } = sentence;
  let at = from;
  const first = tokens[at];
  if (first && isDeterminer(first)) at++;
  let end = 0;
  for (; at < tokens.length && isInside(sentence, at); at++) {
    if (at - from > LONGEST + 1) break;
    const { pos } = tokens[at]!;
    if (pos === 'NOUN' || pos === 'PROPN' || isNamePart(tokens[at]!, capitals[at]!)) end = at + 1;
  }
  return end;
}

function tailEnd(sentence: SentenceView, from: number): number {
  const first = sentence.tokens[from];
  if (!first) return 0;
  // "a plan to burn tires", "a plan for burning tires"
  const acts = first.pos === 'VERB' && (sentence.tokens[from - 1]?.lower === 'to' || isGerund(first));
  return nounPhraseEnd(sentence, acts ? from + 1 : from);
}
