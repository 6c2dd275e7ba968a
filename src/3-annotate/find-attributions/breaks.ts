import type { Token } from '../../article/layers.ts';
import type { Range } from './candidate.ts';
import { isClause } from './content.ts';

/** How far into a clause its verb shows, in tokens. */
const CLAUSE = 24;
/** At most so many tokens of a report are looked through. */
const LONGEST = 80;

const DASHES = new Set(['–', '—', '(', '…', '...', '-']);
/** Words that join by themselves, and after a comma. */
const JOINING = new Set(['while', 'because', 'when', 'although', 'if', 'as', 'but', 'so', 'since', 'unless']);
const AFTER_COMMA = new Set([
  'which',
  'who',
  'because',
  'while',
  'as',
  'but',
  'yet',
  'so',
  'making',
  'leading',
  'even',
  'despite',
]);

/** What kind of joint stands at `at`, '' for none: `,S` a clause after a comma, `-S` after a dash, `&S` after "and", `&V` a second verb, else the word that joins. */
export function jointAt(tokens: readonly Token[], at: number, limit: number): string {
  const { lower } = tokens[at]!;
  const next = tokens[at + 1];
  if (at + 1 >= limit || !next) return '';
  if (lower === ',') return afterComma(tokens, at, Math.min(limit, at + CLAUSE));
  if (lower === 'and') return isVerb(next) ? '&V' : isClause(tokens, at + 1, Math.min(limit, at + CLAUSE)) ? '&S' : '';
  if (DASHES.has(lower) && (lower !== '-' || tokens[at - 1]!.end < tokens[at]!.start))
    return isClause(tokens, at + 1, Math.min(limit, at + CLAUSE)) ? '-S' : '-';
  return JOINING.has(lower) ? lower : '';
}

function afterComma(tokens: readonly Token[], comma: number, limit: number): string {
  const next = tokens[comma + 1]!;
  if (next.lower === 'and' || next.lower === 'or') {
    if (isClause(tokens, comma + 2, limit)) return ',&S';
    return isVerb(tokens[comma + 2] ?? next) ? ',&V' : '';
  }
  if (isClause(tokens, comma + 1, limit)) return ',S';
  if (AFTER_COMMA.has(next.lower)) return `,${next.lower}`;
  return isVerb(next) ? ',V' : '';
}

const isVerb = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';

/** The joints inside a report, each once, in order, three at most. */
export function jointsIn(tokens: readonly Token[], { from, to }: Range): string[] {
  const joints: string[] = [];
  for (let at = from + 1; at < Math.min(to, from + LONGEST) && joints.length < 3; at++) {
    const joint = jointAt(tokens, at, to);
    if (joint !== '' && !joints.includes(joint)) joints.push(joint);
  }
  return joints;
}
