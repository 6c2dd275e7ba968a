import type { Token } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
import type { SentenceView } from '../reading/reading.ts';

/** A noun phrase that could name what the article weighs. */
export interface Candidate extends Span {
  readonly sentence: number;
  /** Index of its first token in the sentence, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** How many prepositional phrases it holds. */
  readonly tails: number;
  /** It opens with a verb in -ing: "expanding support for Head Start". */
  readonly gerund: boolean;
}

const LINKS = new Set(['of', 'on', 'in', 'for', 'to', 'from', 'with', 'by', 'against', 'into', 'at']);
const INSIDE = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);
const MOST_TAILS = 3;
const LONGEST = 14;

/** All noun phrases of a sentence, each also with its prepositional phrases attached. */
export function candidatesOf({ tokens, index }: SentenceView): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!opens(tokens, from)) continue;
    const gerund = isGerund(tokens[from]!);
    let to = nounPhraseEnd(tokens, gerund ? from + 1 : from);
    for (let tails = 0; to > from && to - from <= LONGEST; tails++) {
      found.push(candidate(tokens, index, from, to, tails, gerund));
      const next = LINKS.has(tokens[to]?.lower ?? '') && tails < MOST_TAILS ? tailEnd(tokens, to + 1) : 0;
      if (next === 0) break;
      to = next;
    }
  }
  return found;
}

function candidate(
  tokens: readonly Token[],
  sentence: number,
  from: number,
  to: number,
  tails: number,
  gerund: boolean,
): Candidate {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end, sentence, from, to, tails, gerund };
}

const isGerund = ({ pos, lower }: Token): boolean => pos === 'VERB' && lower.length > 5 && lower.endsWith('ing');

/** A phrase begins where the word before is no part of it. */
function opens(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (isGerund(token)) return true;
  const before = tokens[at - 1];
  if (token.pos === 'DET' || isPossessive(token)) return true;
  return isInside(token) && !(before && (isInside(before) || before.pos === 'DET' || isPossessive(before)));
}

const isPossessive = ({ lower }: Token): boolean => /^(?:our|their|his|her|its|my|your)$/.test(lower);

/** Participles stand among the adjectives: "the proposed takeover". */
const isInside = ({ pos, lower }: Token): boolean =>
  INSIDE.has(pos) || lower === "'s" || lower === '-' || (pos === 'VERB' && /(?:ed|ing)$/.test(lower));

/** Position after the last noun of the phrase that starts at `from`; 0 when there is none. */
function nounPhraseEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  const first = tokens[at];
  if (first && (first.pos === 'DET' || isPossessive(first))) at++;
  let end = 0;
  for (; at < tokens.length && isInside(tokens[at]!); at++) {
    const { pos } = tokens[at]!;
    if (pos === 'NOUN' || pos === 'PROPN') end = at + 1;
  }
  return end;
}

function tailEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (!first) return 0;
  // "a plan to burn tires"
  if (first.pos === 'VERB' && tokens[from - 1]?.lower === 'to') return nounPhraseEnd(tokens, from + 1);
  return isGerund(first) ? nounPhraseEnd(tokens, from + 1) : nounPhraseEnd(tokens, from);
}
