import type { Token } from '../../article/layers.ts';
import type { Range } from './candidate.ts';

/** Pronouns that can only be a subject: a clause begins. */
const SUBJECTS = new Set(['i', 'he', 'she', 'we', 'they', 'there']);
const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'where', 'when']);
/** How far from its beginning the shape of a report is looked at, in tokens. */
const REACH = 12;

/**
 * How a report is built, in letters: what it begins with, what it comes to before its
 * first verb, and that verb: `S-F` "they were", `N-T` "law enforcement to do", `N-G` "the success of fencing".
 */
export function shapeOf(tokens: readonly Token[], { from, to }: Range): string {
  const first = tokens[from]!;
  let shape = openingOf(first);
  const limit = Math.min(to, from + REACH);
  for (let at = from; at < limit; at++) {
    const { lower, pos } = tokens[at]!;
    if (at > from && (pos === 'VERB' || pos === 'AUX')) return `${shape}-${formOf(tokens, at)}`;
    if (pos === 'ADP' && !shape.endsWith('P') && at > from) shape += 'P';
    else if (pos === 'SCONJ' || RELATIVES.has(lower)) shape += 'R';
    else if (pos === 'CCONJ' && !shape.endsWith('C')) shape += 'C';
    else if (lower === ',' && !shape.endsWith(',')) shape += ',';
  }
  return `${shape}.`;
}

function openingOf({ lower, pos }: Token): string {
  if (SUBJECTS.has(lower)) return 'S';
  if (pos === 'VERB') return lower.endsWith('ing') ? 'G' : 'V';
  return pos === 'PRON' ? 'O' : pos === 'AUX' ? 'A' : pos === 'ADP' ? 'P' : pos === 'ADV' ? 'D' : 'N';
}

/** F finite for sure, T an infinitive, G ending in -ing, E in -ed, V any other. */
function formOf(tokens: readonly Token[], at: number): string {
  const { lower, pos } = tokens[at]!;
  if (tokens[at - 1]!.lower === 'to') return 'T';
  if (pos === 'AUX') return 'F';
  return lower.endsWith('ing') ? 'G' : lower.endsWith('ed') ? 'E' : lower.endsWith('s') ? 'S' : 'V';
}
