import type { Token } from '../../article/layers.ts';
import type { Range } from './candidate.ts';

/** Whose act a verb is, and where the verb group begins. */
export interface Subject {
  readonly source: Range | null;
  readonly cue: number;
  /** "was described": then the subject is not the speaker. */
  readonly passive: boolean;
}

const BEFORE_VERB = new Set(['AUX', 'ADV', 'PART']);
const STOPS = new Set(['SCONJ', 'VERB', 'AUX']);
const RELATIVE = new Set(['that', 'which', 'who', 'whom']);
const STOP_WORDS = new Set([
  'that',
  'because',
  'if',
  'when',
  'while',
  'although',
  'though',
  'as',
  'since',
  'but',
  'whether',
  'what',
  'how',
  'why',
  'where',
  'so',
  'than',
  'yet',
  'unless',
  'until',
]);
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ']);
/** Verbs and adjectives that pass their subject on to an infinitive: "continue to argue", "were quick to claim". */
const RAISING = new Set([
  'continue',
  'try',
  'begin',
  'start',
  'go',
  'tend',
  'like',
  'love',
  'come',
  'quick',
  'happy',
  'seem',
  'appear',
  'have',
  'use',
  'want',
  'dare',
  'far',
  'eager',
  'proceed',
  'rush',
]);
const GENERIC = new Set(['some', 'many', 'others', 'most', 'few', 'all', 'both', 'several', 'none', 'one']);
/** Pronouns that begin a new clause after a noun phrase: "according to the chart it would". */
const SUBJECTS = new Set(['i', 'he', 'she', 'it', 'they', 'we', 'you', 'there']);
const DASH = /^[–—-]+$/;
/** Longest noun phrase taken for a speaker, in tokens. */
const LONGEST = 24;

/** The subject of the verb at `verb`: before its auxiliaries; of the clause's first verb when it is joined by "and" or a participle after a comma. */
export function subjectOf(tokens: readonly Token[], verb: number, { from }: Range): Subject {
  const cue = groupStart(tokens, verb, from);
  const passive = isPassive(tokens, cue, verb);
  const before = tokens[cue - 1];
  const isJoined =
    before?.lower === 'and' ||
    before?.lower === 'but' ||
    (before?.lower === ',' && tokens[verb]!.lower.endsWith('ing'));
  if (isJoined) return { source: firstSubject(tokens, from, cue - 1), cue, passive };
  return { source: phraseBefore(tokens, cue - 1, from), cue, passive };
}

/** The first token of the verb group: auxiliaries, adverbs, and a verb that passes its subject on. */
function groupStart(tokens: readonly Token[], verb: number, floor: number): number {
  let at = verb - 1;
  while (at >= floor) {
    const { lower, pos } = tokens[at]!;
    if (lower === 'to' && at > floor) at = raiser(tokens, at, floor);
    else if (BEFORE_VERB.has(pos) || (lower === 'all' && tokens[at - 1]?.pos === 'AUX')) at--;
    else break;
  }
  return at + 1;
}

/** For the "to" of an infinitive: the token before the verb that governs it, or before "to" if none does. */
function raiser(tokens: readonly Token[], to: number, floor: number): number {
  for (let at = to - 1; at >= Math.max(floor, to - 4); at--) if (RAISING.has(tokens[at]!.lemma)) return at - 1;
  return to - 1;
}

function isPassive(tokens: readonly Token[], cue: number, verb: number): boolean {
  for (let i = verb - 1; i >= cue; i--) {
    if (tokens[i]!.lemma === 'be') return !tokens[verb]!.lower.endsWith('ing');
    if (tokens[i]!.pos === 'AUX') return false;
  }
  return false;
}

/** The subject of the first verb between `floor` and `limit`. */
export function firstSubject(tokens: readonly Token[], floor: number, limit: number): Range | null {
  for (let i = floor + 1; i < limit; i++) {
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return phraseBefore(tokens, i - 1, floor);
  }
  return null;
}

/** The noun phrase that ends at `last`, apposition left out, or null. */
function phraseBefore(tokens: readonly Token[], last: number, floor: number): Range | null {
  let at = last;
  if (at < floor) return null;
  if (tokens[at]!.lower === ',') at = beforeApposition(tokens, at, floor);
  else if (DASH.test(tokens[at]!.lower)) at--;
  if (RELATIVE.has(tokens[at]?.lower ?? '')) return antecedent(tokens, at, floor);
  const to = at + 1;
  const from = phraseStart(tokens, at, floor);
  return from < to && isNominal(tokens, from, to) ? { from, to } : null;
}

/** "Colin Powell, who said": the noun phrase before the relative pronoun, or the pronoun itself where none is. */
function antecedent(tokens: readonly Token[], pronoun: number, floor: number): Range {
  const to = tokens[pronoun - 1]?.lower === ',' ? pronoun - 1 : pronoun;
  const from = to > floor ? phraseStart(tokens, to - 1, floor) : to;
  return from < to && isNominal(tokens, from, to) ? { from, to } : { from: pronoun, to: pronoun + 1 };
}

const isNominal = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (NOMINAL.has(tokens[i]!.pos) || GENERIC.has(tokens[i]!.lower)) return true;
  return false;
};

/** "Thomas Bowden, an analyst at the Institute, explained": the token before the apposition, else the one before this comma. */
function beforeApposition(tokens: readonly Token[], comma: number, floor: number): number {
  for (let i = comma - 1; i >= Math.max(floor, comma - LONGEST); i--) {
    if (tokens[i]!.lower === ',') return i > floor ? i - 1 : comma - 1;
  }
  return comma - 1;
}

/** Walks left from the last word of a noun phrase over its words, prepositions, brackets and the commas of a list. */
function phraseStart(tokens: readonly Token[], last: number, floor: number): number {
  let at = last;
  while (at >= floor && last - at < LONGEST && !stops(tokens, at, floor, last)) at--;
  return skipOpening(tokens, at + 1, last);
}

function stops(tokens: readonly Token[], at: number, floor: number, last: number): boolean {
  const { kind, lower, pos } = tokens[at]!;
  if (kind === 'punctuation') return !(/^[-.&()'’]$/.test(lower) || (lower === ',' && isList(tokens, at, floor)));
  if (pos === 'CCONJ') return lower !== 'and' || !NOMINAL.has(tokens[at - 1]?.pos ?? '');
  // wink takes a plural noun right before an auxiliary for a verb now and then: "independent analyses have shown".
  if (pos === 'VERB') return !(at === last && lower.endsWith('s') && tokens[at - 1]?.pos === 'ADJ');
  return STOP_WORDS.has(lower) || STOPS.has(pos);
}

/** Whether a comma parts the items of "the FBI, the CIA and the Commission". */
function isList(tokens: readonly Token[], at: number, floor: number): boolean {
  const before = tokens[at - 1];
  if (at - 1 <= floor || before?.pos === 'ADV') return false;
  for (let i = at + 1; i < at + 8 && i < tokens.length; i++) {
    const { lower, pos } = tokens[i]!;
    if (lower === 'and' || lower === 'or') return NOMINAL.has(before?.pos ?? '');
    if (!NOMINAL.has(pos) && lower !== ',') return false;
  }
  return false;
}

/** Leaves out adverbs and prepositions that open the stretch: "Recently [critics]", "In 2004 [estimates]". */
function skipOpening(tokens: readonly Token[], from: number, last: number): number {
  let at = from;
  while (
    at < last &&
    ['ADV', 'ADP', 'CCONJ', 'PART', 'INTJ'].includes(tokens[at]!.pos) &&
    !GENERIC.has(tokens[at]!.lower)
  )
    at++;
  return at;
}

/** "was criticised by some": the agent a few words after a participle. */
export function agentAfter(tokens: readonly Token[], verb: number, limit: number): Range | null {
  for (let i = verb + 1; i < Math.min(limit - 1, verb + 6); i++) {
    if (tokens[i]!.lower !== 'by') continue;
    const source = nounPhraseFrom(tokens, i + 1, limit);
    return source.to > source.from ? source : null;
  }
  return null;
}

/** The noun phrase that begins at `at`: up to punctuation, a verb or a clause word; with `of` and `at` phrases inside. */
export function nounPhraseFrom(tokens: readonly Token[], at: number, limit: number): Range {
  let to = at;
  while (to < limit && to - at < LONGEST) {
    const { kind, lower, pos } = tokens[to]!;
    if (kind === 'punctuation' && !/^[-.&]$/.test(lower)) break;
    if (to > at && (STOPS.has(pos) || STOP_WORDS.has(lower) || RELATIVE.has(lower) || SUBJECTS.has(lower))) break;
    to++;
  }
  while (to > at && tokens[to - 1]!.lower === '.') to--;
  return { from: at, to };
}
