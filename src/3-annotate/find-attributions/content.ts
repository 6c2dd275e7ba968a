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

/** The first part of a stretch that goes on with a second main clause: up to ", and we must", or null. */
export function shorter(tokens: readonly Token[], { from, to }: Range): Range | null {
  for (let at = from + 3; at < to - 3; at++) {
    const { lower } = tokens[at]!;
    if (lower === '–' || lower === '—' || lower === '(') return { from, to: at };
    if (lower !== ',') continue;
    const next = tokens[at + 1]!.lower;
    if (MAYBE_BACK.has(next)) return { from, to: at };
    if ((next === 'and' || next === 'or') && clauseBegins(tokens, at + 2, to)) return { from, to: at };
  }
  return null;
}
