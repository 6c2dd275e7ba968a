import type { Token } from '../../article/layers.ts';
import type { Range } from './candidate.ts';

/** Coordinators after a comma that go back from the reported clause to the reporting sentence. */
const BACK = new Set(['but', 'yet', 'however', 'nor', 'though', 'although']);
/** Words after a comma that may do either. */
const MAYBE_BACK = new Set([
  'as',
  'because',
  'while',
  'whereas',
  'which',
  'so',
  'leading',
  'making',
  'even',
  'despite',
  'giving',
]);
/** And words that may without a comma. */
const ALONE = new Set(['while', 'because', 'when', 'although', 'but', 'despite', 'even']);
/** Most first parts that one stretch is tried in. */
const MOST_CUTS = 4;
const CLAUSE_START = new Set(['PRON', 'DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'ADV', 'SCONJ', 'ADP']);
const NOT_CLAUSE = new Set([',', '.', ';', ':', ')', '?', '!']);
/** How far from its start a reported clause without "that" shows its finite verb, in tokens. */
const FINITE_WITHIN = 16;

/** From `from` to the end of the reported clause, at most `limit`; quotation marks keep what they hold together. */
export function clauseFrom(tokens: readonly Token[], from: number, limit: number): Range {
  let quoted = false;
  for (let at = from; at < limit; at++) {
    const { lower } = tokens[at]!;
    if (lower === '"' || lower === '“' || lower === '”') quoted = lower === '"' ? !quoted : lower === '“';
    if (quoted || at === from) continue;
    if (lower === ';' || (lower === ',' && BACK.has(tokens[at + 1]?.lower ?? ''))) return { from, to: at };
  }
  return { from, to: limit };
}

/** Whether a finite clause without "that" can begin at `at`: a noun phrase, then soon a verb. */
export function clauseBegins(tokens: readonly Token[], at: number, limit: number): boolean {
  const first = tokens[at];
  if (at >= limit || !first || NOT_CLAUSE.has(first.lower) || !CLAUSE_START.has(first.pos)) return false;
  let nominal = false;
  for (let i = at; i < Math.min(limit, at + FINITE_WITHIN); i++) {
    const { pos, lower } = tokens[i]!;
    if (nominal && (pos === 'AUX' || (pos === 'VERB' && tokens[i - 1]?.lower !== 'to'))) return true;
    if (lower === 'to' && !nominal) return false;
    if (lower === ';' || lower === ':') return false;
    nominal ||= pos === 'PRON' || pos === 'NOUN' || pos === 'PROPN' || pos === 'DET' || pos === 'NUM';
  }
  return false;
}

const CLAUSE_WORDS = new Set([
  'who',
  'whom',
  'which',
  'that',
  'whose',
  'where',
  'when',
  'what',
  'how',
  'why',
  'whether',
  'if',
  'because',
]);

/** Whether a finite clause without "that" surely begins at `at`: its first verb is finite, and the subject's own, none of a relative clause, infinitive or second act. */
export function isClause(tokens: readonly Token[], at: number, limit: number): boolean {
  if (!clauseBegins(tokens, at, limit)) return false;
  for (let i = at; i < Math.min(limit, at + FINITE_WITHIN); i++) {
    const { lower, pos } = tokens[i]!;
    if (i > at && (CLAUSE_WORDS.has(lower) || pos === 'SCONJ')) return false;
    if (pos === 'CCONJ' && tokens[i + 1]?.pos === 'VERB') return false;
    if (pos === 'AUX') return i > at;
    if (pos === 'VERB' && i > at && !lower.endsWith('ing')) return tokens[i - 1]!.lower !== 'to';
  }
  return false;
}

/** The first parts of a stretch that may go on with something not reported: up to ", and we must", "while", "—"; at most `MOST_CUTS`. */
export function cutsOf(tokens: readonly Token[], { from, to }: Range): Range[] {
  const cuts: Range[] = [];
  for (let at = from + 1; at < to - 1 && cuts.length < MOST_CUTS; at++) {
    if (mayGoBack(tokens, at, to)) cuts.push({ from, to: at });
  }
  return cuts;
}

/** A verb, after an adverb or two at most: what "and" before it joins may be a second act of the speaker. */
function isVerbal(tokens: readonly Token[], at: number): boolean {
  let verb = at;
  while (verb < at + 2 && tokens[verb]?.pos === 'ADV') verb++;
  return tokens[verb]?.pos === 'VERB' || tokens[verb]?.pos === 'AUX';
}

function mayGoBack(tokens: readonly Token[], at: number, to: number): boolean {
  const { lower } = tokens[at]!;
  const next = tokens[at + 1]!;
  if (lower === 'and' && isVerbal(tokens, at + 1)) return true;
  if (lower === '-' && tokens[at - 1]!.end < tokens[at]!.start) return true;
  if (lower === '–' || lower === '—' || lower === '(' || lower === '...' || lower === '…') return true;
  if (lower !== ',') return ALONE.has(lower);
  if (MAYBE_BACK.has(next.lower) || isVerbal(tokens, at + 1)) return true;
  return next.lower === 'and' || next.lower === 'or'
    ? clauseBegins(tokens, at + 2, to)
    : clauseBegins(tokens, at + 1, to);
}
