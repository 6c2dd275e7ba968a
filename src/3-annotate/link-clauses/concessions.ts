import type { Concession } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
import { type Clauses, clauseEnd, stretch } from './clauses.ts';

/** Concession words that open the conceded half; the others open the asserted one. */
const SUBORDINATE =
  /^(?:al|even )?though$|^although$|^albeit$|^while$|^whilst$|^whereas$|^even (?:if|as|when|with)$|^(?:despite|in spite of|notwithstanding|regardless of|for all|contrary to|unlike|instead of|rather than|far from)/;
/** First words of concession words that take a noun phrase. */
const PREPOSITION = /^(?:despite|in|notwithstanding|regardless|for|contrary|unlike|instead|rather|far|even)$/;
/** Sentence openers that grant something, to be taken back in the next sentence. */
const GRANTING = /^(?:to be sure|true|granted|admittedly|of course|certainly|sure|it is true)/;

/** The halves that the concession marker `cue` joins, in sentence `index` or over two sentences; null where one half is missing. */
export function concessionAt(
  clauses: readonly Clauses[],
  index: number,
  cue: Span & { readonly by: string },
): Concession | null {
  const { tokens } = clauses[index]!;
  const from = tokens.findIndex(({ end }) => end > cue.start);
  let to = from;
  while (to < tokens.length && tokens[to]!.start < cue.end) to++;
  if (from < 0) return null;
  const word = tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');
  const halves = SUBORDINATE.test(word)
    ? subordinate(clauses, index, from, to)
    : GRANTING.test(word)
      ? granted(clauses, index, to)
      : coordinate(clauses, index, from, to);
  return halves && { cue: { start: cue.start, end: cue.end }, ...halves, by: cue.by };
}

type Halves = { readonly conceded: Span; readonly asserted: Span } | null;

const halvesOf = (conceded: Span | null, asserted: Span | null): Halves =>
  conceded && asserted && { conceded, asserted };

/** "Although A, B" or "B, although A". */
function subordinate(clauses: readonly Clauses[], index: number, from: number, to: number): Halves {
  const { tokens } = clauses[index]!;
  const end = clauseEnd(tokens, to, PREPOSITION.test(tokens[from]!.lower));
  const before = stretch(tokens, 0, from);
  if (isOpening(clauses[index]!, from))
    return end < 0 ? null : halvesOf(stretch(tokens, to, end), stretch(tokens, end, tokens.length));
  return halvesOf(stretch(tokens, to, end < 0 ? tokens.length : end), before);
}

/** "A, but B"; "A. But B"; "A. B, however, B". */
function coordinate(clauses: readonly Clauses[], index: number, from: number, to: number): Halves {
  const { tokens } = clauses[index]!;
  const before =
    isOpening(clauses[index]!, from) || isParenthetical(clauses[index]!, from, to) ? null : stretch(tokens, 0, from);
  if (before) return halvesOf(before, stretch(tokens, to, tokens.length));
  const asserted = from === 0 ? stretch(tokens, to, tokens.length) : clauses[index]!.sentence;
  return halvesOf(previous(clauses, index), asserted && { start: asserted.start, end: asserted.end });
}

/** "To be sure, A. B": the sentence grants what the next one outweighs. */
function granted(clauses: readonly Clauses[], index: number, to: number): Halves {
  const next = clauses[index + 1];
  const { tokens } = clauses[index]!;
  const inside = tokens.findIndex(({ lower }, i) => i > to && (lower === 'but' || lower === 'yet'));
  if (inside > 0) return halvesOf(stretch(tokens, to, inside), stretch(tokens, inside, tokens.length));
  return next ? halvesOf(stretch(tokens, to, tokens.length), stretch(next.tokens, 0, next.tokens.length)) : null;
}

function previous(clauses: readonly Clauses[], index: number): Span | null {
  const before = clauses[index - 1];
  return before ? stretch(before.tokens, 0, before.tokens.length) : null;
}

/** Whether nothing but marks and coordinators stands before token `from`. */
const isOpening = ({ tokens }: Clauses, from: number): boolean => stretch(tokens, 0, from) === null;

/** ", however,": it joins its sentence to the one before. */
const isParenthetical = ({ tokens }: Clauses, from: number, to: number): boolean =>
  tokens[from - 1]?.lower === ',' && (tokens[to]?.lower === ',' || to >= tokens.length - 1);
