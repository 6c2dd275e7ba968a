import { type Candidate, type Scene, trimmed } from './candidate.ts';
import { clauseFrom } from './content.ts';
import { nounPhraseFrom } from './source.ts';

/** "According to X, C" and "C, according to X". */
export function accordingTo({ tokens, range }: Scene, at: number): Candidate[] {
  if (tokens[at]!.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return [];
  const source = nounPhraseFrom(tokens, at + 2, range.to);
  if (source.to <= source.from) return [];
  const comma = commaAfter(tokens, source.to, range.to);
  const opens = at - range.from <= 3 && comma < range.to;
  const content = opens
    ? clauseFrom(tokens, comma + 1, range.to)
    : { from: clauseStart(tokens, at, range.from), to: at };
  const words = trimmed(tokens, content);
  return words.to > words.from ? [{ rule: 'according-to', source, cue: { from: at, to: at + 2 }, content: words }] : [];
}

function commaAfter(tokens: Scene['tokens'], from: number, limit: number): number {
  let at = from;
  while (at < limit && tokens[at]!.lower !== ',') at++;
  return at;
}

/** Where the clause before `at` begins: after the last semicolon or dash. */
function clauseStart(tokens: Scene['tokens'], at: number, floor: number): number {
  for (let i = at - 2; i > floor; i--) if (tokens[i]!.lower === ';' || tokens[i]!.lower === '—') return i + 1;
  return floor;
}

/** "For some, C", "To most people, C": whose view the sentence gives. */
export function forWhom({ tokens, range }: Scene): Candidate[] {
  const { lower } = tokens[range.from]!;
  if (lower !== 'for' && lower !== 'to') return [];
  const source = nounPhraseFrom(tokens, range.from + 1, Math.min(range.to, range.from + 8));
  if (source.to <= source.from || tokens[source.to]?.lower !== ',') return [];
  const content = trimmed(tokens, { from: source.to + 1, to: range.to });
  if (content.to <= content.from) return [];
  return [{ rule: 'for-whom', source, cue: { from: range.from, to: range.from + 1 }, content }];
}

/** "so-called compromise", "the so-called “cut and run” strategy". */
export function soCalled({ tokens, range, quotations }: Scene, at: number): Candidate[] {
  const hyphened =
    tokens[at]!.lower === 'so' && /^[-–‑]$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.lower === 'called';
  const spaced = tokens[at]!.lower === 'so' && tokens[at + 1]?.lower === 'called';
  const after = at + (hyphened ? 3 : 2);
  if ((!hyphened && !spaced) || after >= range.to) return [];
  const quotation = quotations.find(({ start }) => start === tokens[after]!.start);
  let to = after;
  while (to < range.to && to < after + 5 && isNamed(tokens[to]!, quotation?.end ?? 0)) to++;
  const content = trimmed(tokens, { from: after, to: Math.max(to, after + 1) });
  return content.to > content.from ? [{ rule: 'so-called', source: null, cue: { from: at, to: after }, content }] : [];
}

const isNamed = ({ pos, start }: Scene['tokens'][number], quotedTo: number): boolean =>
  start < quotedTo || pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN';

/** A sentence of a block that the one before announced ("He wrote:"), or of a block marked as a quotation. */
export function introduced({ tokens, range, announced }: Scene): Candidate[] {
  if (!announced) return [];
  const content = trimmed(tokens, range, true);
  return content.to > content.from ? [{ rule: `block-${announced}`, source: null, cue: null, content }] : [];
}
