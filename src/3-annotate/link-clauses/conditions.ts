import type { Condition } from '../../article/layers.ts';
import { type Clauses, clauseEnd, stretch } from './clauses.ts';
import { type Cue, cueAt } from './cues.ts';
import { isIdiom } from './idioms.ts';

/** Every "if A, then B", "B if A", "unless A, B" of one sentence; none where one half is missing or the words are an idiom. */
export function conditionsIn({ tokens }: Clauses): Condition[] {
  const found: Condition[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const cue = cueAt(tokens, at);
    if (!cue || (cue.rule === 'if' && isIdiom(tokens, cue.to))) continue;
    const condition = conditionAt(tokens, cue);
    if (condition) found.push(condition);
    at = cue.to - 1;
  }
  return found;
}

function conditionAt(tokens: Clauses['tokens'], { rule, from, to }: Cue): Condition | null {
  const end = clauseEnd(tokens, to);
  const opens = startOf(tokens, from) >= from || tokens[from - 1]?.lower === ',';
  const after = end < 0 ? null : stretch(tokens, tokens[end + 1]?.lower === 'then' ? end + 2 : end, tokens.length);
  const antecedent = stretch(tokens, to, end < 0 ? tokens.length : end);
  const consequent = opens && after ? after : stretch(tokens, 0, from);
  if (!antecedent || !consequent) return null;
  return {
    cue: { start: tokens[from]!.start, end: tokens[to - 1]!.end },
    antecedent,
    consequent,
    by: `condition/${rule}`,
  };
}

/** The first token that is no mark, coordinator or adverb: where a condition may open its sentence. */
function startOf(tokens: Clauses['tokens'], limit: number): number {
  let at = 0;
  while (at < limit && (tokens[at]!.kind === 'punctuation' || ['CCONJ', 'ADV'].includes(tokens[at]!.pos))) at++;
  return at;
}
