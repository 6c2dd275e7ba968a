import type { Token } from '../../article/layers.ts';
import type { Range } from './candidate.ts';

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
/** Longest noun phrase taken for a speaker, in tokens. */
const LONGEST = 24;

/** The subject that ends just before the verb group that `verb` belongs to, or null: "The [critics] have long said". */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  floor: number,
): { source: Range; cue: number } | null {
  let at = verb - 1;
  while (at >= floor && (BEFORE_VERB.has(tokens[at]!.pos) || isFloatingAll(tokens[at]!))) at--;
  const cue = at + 1;
  if (tokens[at]?.lower === ',') at = beforeApposition(tokens, at, floor);
  const to = at + 1;
  const from = nounPhraseStart(tokens, at, floor);
  return from < to && isNominal(tokens, from, to) ? { source: { from, to }, cue } : null;
}

const isFloatingAll = ({ lower }: Token): boolean => lower === 'all' || lower === 'both' || lower === 'each';

const isNominal = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (NOMINAL.has(tokens[i]!.pos)) return true;
  return false;
};

/** "Thomas Bowden, an analyst at the Institute, explained": the comma before the apposition, else the token before this comma. */
function beforeApposition(tokens: readonly Token[], comma: number, floor: number): number {
  for (let i = comma - 1; i >= Math.max(floor, comma - LONGEST); i--) {
    if (tokens[i]!.lower === ',') return i > floor ? i - 1 : comma - 1;
  }
  return comma - 1;
}

/** Walks left from the last word of a noun phrase over its words, prepositions and commas of a list. */
function nounPhraseStart(tokens: readonly Token[], last: number, floor: number): number {
  let at = last;
  while (at >= floor && last - at < LONGEST) {
    const token = tokens[at]!;
    if (RELATIVE.has(token.lower) && at === last) return at;
    if (stops(tokens, at, floor)) break;
    at--;
  }
  return skipOpening(tokens, at + 1, last);
}

function stops(tokens: readonly Token[], at: number, floor: number): boolean {
  const { kind, lower, pos } = tokens[at]!;
  if (kind === 'punctuation')
    return !(lower === '-' || lower === '.' || lower === '&' || (lower === ',' && isList(tokens, at, floor)));
  if (pos === 'CCONJ') return lower !== 'and' || !NOMINAL.has(tokens[at - 1]?.pos ?? '');
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
  while (at < last && ['ADV', 'ADP', 'CCONJ', 'PART', 'INTJ'].includes(tokens[at]!.pos)) at++;
  return at;
}

/** The noun phrase that begins at `at`: up to punctuation, a verb or a clause word; with `of` and `at` phrases inside. */
export function nounPhraseFrom(tokens: readonly Token[], at: number, limit: number): Range {
  let to = at;
  while (to < limit && to - at < LONGEST) {
    const { kind, lower, pos } = tokens[to]!;
    if (kind === 'punctuation' && lower !== '-' && lower !== '.' && lower !== '&') break;
    if (to > at && (STOPS.has(pos) || STOP_WORDS.has(lower) || RELATIVE.has(lower))) break;
    to++;
  }
  while (to > at && tokens[to - 1]!.lower === '.') to--;
  return { from: at, to };
}
