import type { Sentence, Token } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
import { pieceOf, piecesOf } from '../pieces.ts';

/** A sentence, or a piece of an endless one, and its tokens. */
export interface Clauses {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
}

export const clausesOf = (sentences: readonly Sentence[], tokens: readonly Token[]): Clauses[] =>
  piecesOf(tokens).map((piece) => ({
    sentence: pieceOf(tokens, sentences, piece),
    tokens: tokens.slice(piece.from, piece.to),
  }));

/** The words from token `from` to before `to`, without the marks and coordinators around them; null if none are left. */
export function stretch(tokens: readonly Token[], from: number, to: number): Span | null {
  let first = from;
  let last = to - 1;
  while (first <= last && isEdge(tokens[first]!)) first++;
  while (last >= first && isEdge(tokens[last]!)) last--;
  return first > last ? null : { start: tokens[first]!.start, end: tokens[last]!.end };
}

const isEdge = ({ kind, pos, lower }: Token): boolean =>
  (kind === 'punctuation' && !/^[$%)(]/.test(lower)) || pos === 'CCONJ';

/**
 * The comma, semicolon or dash at which the clause that begins at `from` ends and a main clause begins; −1 if none does.
 *
 * @param verbless whether the stretch may lack a verb, as after "despite"
 */
export function clauseEnd(tokens: readonly Token[], from: number, verbless = false): number {
  const then = tokens.findIndex(({ lower }, i) => i > from && lower === 'then');
  if (then > 0 && tokens[then - 1]!.lower === ',') return then - 1;
  let hasVerb = verbless;
  for (let i = from; i < tokens.length - 1; i++) {
    const { lower, pos } = tokens[i]!;
    if (i > from && (lower === ';' || lower === '–' || lower === '—')) return i;
    if (hasVerb && lower === ',' && i > from && mainClauseBegins(tokens, i + 1)) return i;
    hasVerb ||= pos === 'VERB' || pos === 'AUX';
  }
  return -1;
}

const SUBJECTS = new Set(['PRON', 'DET', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'ADV', 'ADP', 'INTJ']);
const GOES_ON = new Set(['and', 'or', 'that', 'which', 'who', 'whom', 'whose', 'including', 'such']);
/** How soon after its beginning a main clause shows a verb, in tokens. */
const VERB_WITHIN = 14;

/** After a comma: a subject, soon a verb, and no coordinator or relative pronoun that would go on with the clause. */
function mainClauseBegins(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (!first || GOES_ON.has(first.lower)) return false;
  if (first.lower === 'then' || first.pos === 'VERB' || first.pos === 'AUX')
    return first.pos !== 'VERB' || !first.lower.endsWith('ing');
  if (!SUBJECTS.has(first.pos)) return false;
  for (let i = at + 1; i < Math.min(tokens.length, at + VERB_WITHIN); i++) {
    const { lower, pos } = tokens[i]!;
    if (pos === 'AUX' || pos === 'VERB') return true;
    if (lower === ',' || lower === ';') return i - at <= 4 && mainClauseBegins(tokens, i + 1);
  }
  return false;
}
