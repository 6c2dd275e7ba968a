import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { type Candidate, type Range, type Scene, trimmed } from './candidate.ts';
import { clauseBegins, clauseFrom, cutsOf } from './content.ts';
import { nounPhraseFrom } from './source.ts';

/** "According to X, C" and "C, according to X". */
export function accordingTo({ tokens, range }: Scene, at: number): Candidate[] {
  if (tokens[at]!.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return [];
  const source = nounPhraseFrom(tokens, at + 2, range.to);
  if (source.to <= source.from) return [];
  const comma = commaAfter(tokens, source.to, range.to);
  const bare = tokens[source.to]?.lower !== ',' && clauseBegins(tokens, source.to, range.to);
  const opens =
    bare ||
    (comma < range.to && (at - range.from <= 3 || /^(?:that|and|but|because|since|as)$/.test(tokens[at - 1]!.lower)));
  const content = opens
    ? clauseFrom(tokens, bare ? source.to : comma + 1, range.to)
    : { from: clauseStart(tokens, at, range.from), to: at };
  const frame = { source, cue: { from: at, to: at + 2 } };
  const others = opens ? cutsOf(tokens, content) : laterStarts(tokens, content);
  return [content, ...others].flatMap((part, i) =>
    withContent(tokens, part, { ...frame, rule: i === 0 ? 'according-to' : 'according-to-cut' }),
  );
}

function withContent(tokens: Scene['tokens'], part: Range, frame: Omit<Candidate, 'content'>): Candidate[] {
  const content = trimmed(tokens, part);
  return content.to > content.from ? [{ ...frame, content }] : [];
}

const DASHES = new Set(['–', '-', '—']);
const COORDINATORS = new Set(['and', 'but', 'as', 'while', 'because']);

/** Where else a clause before "according to" may begin: after "that", a comma and a coordinator, a dash. */
function laterStarts(tokens: Scene['tokens'], { from, to }: Range): Range[] {
  const starts: Range[] = [];
  for (let i = to - 3; i > from && starts.length < 3; i--) {
    const { lower } = tokens[i]!;
    const joins = COORDINATORS.has(lower) && tokens[i - 1]!.lower === ',';
    const opens = lower === ',' && clauseBegins(tokens, i + 1, to);
    if (lower === 'that' || DASHES.has(lower) || joins || opens) starts.push({ from: i + 1, to });
  }
  return starts;
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

const VIEWS = new Set(readLexicon(new URL('./views.tsv', import.meta.url), 1).map(([noun]) => noun!));
/** Longest phrase that names whose view it is, in tokens. */
const LONGEST_VIEW = 12;

/** "In the words of X, C", "In X's view, C", "From the perspective of X, C", "By some estimates, C". */
export function inWords({ tokens, range }: Scene, at: number): Candidate[] {
  if (!/^(?:in|from|by|to)$/.test(tokens[at]!.lower)) return [];
  const limit = Math.min(range.to, at + LONGEST_VIEW);
  let noun = at + 1;
  while (noun < limit && !VIEWS.has(tokens[noun]!.lower) && tokens[noun]!.kind !== 'punctuation') noun++;
  if (noun >= limit || !VIEWS.has(tokens[noun]!.lower)) return [];
  const isOf = tokens[noun + 1]?.lower === 'of';
  const source = isOf
    ? nounPhraseFrom(tokens, noun + 2, Math.min(range.to, limit + 4))
    : possessorIn(tokens, at + 1, noun);
  const end = isOf ? source.to : noun + 1;
  const comma = /^[,:]$/.test(tokens[end]?.lower ?? '');
  if (source.to <= source.from || (!comma && end < range.to - 1)) return [];
  const cue = { from: at, to: noun + 1 };
  const opens = comma && at - range.from <= 3;
  const content = opens ? clauseFrom(tokens, end + 1, range.to) : { from: clauseStart(tokens, at, range.from), to: at };
  return withContent(tokens, content, { rule: 'in-words', source, cue });
}

/** "his own", "the court's", "some". */
function possessorIn(tokens: Scene['tokens'], from: number, noun: number): Range {
  let to = from;
  while (to < noun && !/^(?:['’]s?|own)$/.test(tokens[to]!.lower)) to++;
  return { from, to };
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
