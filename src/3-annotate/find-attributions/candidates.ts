import type { Token } from '../../article/layers.ts';
import { type Candidate, type Range, type Scene, trimmed } from './candidate.ts';
import { clauseBegins, clauseFrom } from './content.ts';
import type { Quotation } from './quotations.ts';
import { nounPhraseFrom, subjectBefore } from './source.ts';
import { type Frame, NOUNS, VERBS } from './verbs.ts';

const OBJECTS = new Set([
  'me',
  'us',
  'him',
  'her',
  'them',
  'you',
  'people',
  'reporters',
  'voters',
  'congress',
  'readers',
  'that',
  'back',
]);
/** Most words between a verb of saying and its quotation, with and without a comma or colon. */
const WORDS_TO_QUOTATION = { introduced: 14, bare: 2 };
const QUOTE_MARK = /^["“”«»]|^'$|^‘$/;

/** Everything in one sentence that may be an attribution, generously; several may share a cue. */
export function candidatesIn(scene: Scene): Candidate[] {
  const { tokens, range } = scene;
  const found: Candidate[] = [];
  for (let at = range.from; at < range.to; at++) {
    const token = tokens[at]!;
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') found.push(...accordingTo(scene, at));
    const frames = VERBS.get(token.lemma);
    if (frames && (token.pos === 'VERB' || isVerbForm(token))) found.push(...verbAt(scene, at, frames));
    if (NOUNS.has(token.lemma) && token.pos === 'NOUN') found.push(...nounAt(scene, at));
    if (token.lower === 'so' && tokens[at + 1]?.lower === '-' && tokens[at + 2]?.lower === 'called')
      found.push(soCalled(scene, at));
  }
  return [...found, ...quotedLabels(scene)];
}

/** wink takes some verbs after a name for nouns: "the report claims". */
const isVerbForm = ({ pos, lower, lemma }: Token): boolean =>
  pos === 'NOUN' &&
  lower === `${lemma}s` &&
  /^(?:claim|report|state|note|argue|charge|project|estimate|question|plan|show)s$/.test(lower);

function accordingTo({ tokens, range }: Scene, at: number): Candidate[] {
  const source = nounPhraseFrom(tokens, at + 2, range.to);
  if (source.to <= source.from) return [];
  const cue = { from: at, to: at + 2 };
  const opens = at - range.from <= 2;
  const after = skipTo(tokens, source.to, range.to, ',');
  const content =
    opens && after < range.to
      ? trimmed(tokens, clauseFrom(tokens, after + 1, range.to))
      : trimmed(tokens, { from: clauseStart(tokens, at, range.from), to: at });
  return content.to > content.from ? [{ rule: 'according-to', source, cue, content }] : [];
}

const skipTo = (tokens: readonly Token[], from: number, limit: number, mark: string): number => {
  let at = from;
  while (at < limit && tokens[at]!.lower !== mark) at++;
  return at;
};

/** Where the clause before `at` begins: after the last semicolon or dash. */
function clauseStart(tokens: readonly Token[], at: number, floor: number): number {
  for (let i = at - 2; i > floor; i--) if (tokens[i]!.lower === ';' || tokens[i]!.lower === '—') return i + 1;
  return floor;
}

function verbAt(scene: Scene, verb: number, frames: ReadonlySet<Frame>): Candidate[] {
  const { tokens, range } = scene;
  const subject = subjectBefore(tokens, verb, range.from);
  const found = subject ? asSays(scene, verb, subject) : [];
  if (found.length > 0) return found;
  const quote = frames.has('quote') ? quoteAround(scene, verb, subject) : null;
  if (quote) return [quote];
  const cue = { from: subject?.cue ?? verb, to: verb + 1 };
  return contentsAfter(scene, verb, frames).map(({ rule, content, cueTo }) => ({
    rule,
    source: subject?.source ?? bySource(scene, verb),
    cue: { from: cue.from, to: cueTo ?? cue.to },
    content,
  }));
}

/** "was criticised by some": the agent after a participle. */
function bySource({ tokens, range }: Scene, verb: number): Range | null {
  for (let i = verb + 1; i < Math.min(range.to, verb + 6); i++) {
    if (tokens[i]!.lower === 'by') {
      const source = nounPhraseFrom(tokens, i + 1, range.to);
      return source.to > source.from ? source : null;
    }
  }
  return null;
}

/** "As X says, C", "C, as X says", "C, X says, C". */
function asSays(scene: Scene, verb: number, { source, cue }: { source: Range; cue: number }): Candidate[] {
  const { tokens, range } = scene;
  const before = source.from - 1;
  const as = tokens[before]?.lower === 'as' || (tokens[before]?.pos === 'ADJ' && tokens[before - 1]?.lower === 'as');
  const end = endOfReport(tokens, verb, range.to);
  const next = tokens[end];
  const parenthetical =
    tokens[before]?.lower === ',' &&
    before > range.from + 1 &&
    isShort(source, verb) &&
    (!next || end >= range.to - 1 || next.lower === ',');
  if (!as && !parenthetical) return [];
  if (isQuoteNear(tokens, before, -1) && !as) return [];
  const opens = before - range.from <= 2 && as;
  const rest = { from: end + 1, to: range.to };
  const content = opens
    ? clauseFrom(tokens, rest.from, rest.to)
    : { from: range.from, to: end >= range.to - 2 || as ? before : range.to };
  const trimmedContent = trimmed(tokens, content);
  if (trimmedContent.to - trimmedContent.from < 2) return [];
  return [
    { rule: as ? 'as-says' : 'parenthetical', source, cue: { from: cue, to: verb + 1 }, content: trimmedContent },
  ];
}

const isShort = (source: Range, verb: number): boolean => verb - source.from < 9;

/** The mark that ends "as X has recently pointed out in the Review,". */
function endOfReport(tokens: readonly Token[], verb: number, limit: number): number {
  let at = verb + 1;
  while (at < limit && !/^[,:;.?!"“]$/.test(tokens[at]!.lower)) at++;
  return at;
}

function isQuoteNear(tokens: readonly Token[], at: number, step: number): boolean {
  for (let i = at, n = 0; n < 3; i += step, n++) if (QUOTE_MARK.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** A quotation right after the verb (a few words between), or one that ends right before the speaker. */
function quoteAround(scene: Scene, verb: number, subject: { source: Range; cue: number } | null): Candidate | null {
  const { tokens, range, quotations } = scene;
  const said = spokenAfter(tokens, verb, range.to, quotations) ?? null;
  const cue = { from: subject?.cue ?? verb, to: verb + 1 };
  if (said) {
    const start = followsThat(tokens, verb, said, range);
    return {
      rule: start === null ? 'quote-after' : 'that-quote',
      source: subject?.source ?? null,
      cue,
      content: start ?? insideOf(scene, said),
    };
  }
  const left = subject ? subject.source.from : verb;
  const before = quotations.findLast((quotation) => quotation.end <= tokens[left]!.start);
  if (!before || wordsBetween(tokens, before.end, left) > 0) return null;
  const source = subject?.source ?? inverted(tokens, verb, range.to);
  const next = quotations.find((quotation) => quotation.start >= tokens[verb]!.end);
  const continued = next && tokens[endOfReport(tokens, verb, range.to)]?.lower === ',' ? next : before;
  const content = insideOf(scene, before);
  return {
    rule: 'quote-before',
    source,
    cue,
    content: continued === before ? content : { from: content.from, to: insideOf(scene, continued).to },
  };
}

/** "says Martinovich": the speaker after the verb. */
function inverted(tokens: readonly Token[], verb: number, limit: number): Range | null {
  const source = nounPhraseFrom(tokens, verb + 1, limit);
  return source.to > source.from ? source : null;
}

/** The quotation that begins at most ten words after the verb with no other clause between. */
function spokenAfter(
  tokens: readonly Token[],
  verb: number,
  limit: number,
  quotations: readonly Quotation[],
): Quotation | undefined {
  const next = quotations.find((quotation) => quotation.start >= tokens[verb]!.end);
  if (!next) return undefined;
  const introduced = followsColon(tokens, verb, next);
  let words = 0;
  for (let i = verb + 1; i < limit && tokens[i]!.start < next.start; i++) {
    const { kind, lower, pos } = tokens[i]!;
    if (kind === 'word') words++;
    if (lower === ';' || (pos === 'AUX' && !introduced)) return undefined;
  }
  return words <= (introduced ? WORDS_TO_QUOTATION.introduced : WORDS_TO_QUOTATION.bare) ? next : undefined;
}

/** Whether a comma or colon stands between the verb and the quotation, right before its mark. */
function followsColon(tokens: readonly Token[], verb: number, quotation: Quotation): boolean {
  let at = verb + 1;
  while (at < tokens.length && tokens[at]!.start < quotation.start) at++;
  return /^[,:]$/.test(tokens[at - 1]?.lower ?? '');
}

/** For `said that "…" and "…"`: from after "that" to the end of the clause. */
function followsThat(tokens: readonly Token[], verb: number, said: Quotation, range: Range): Range | null {
  let at = verb + 1;
  while (at < range.to && tokens[at]!.start < said.start && tokens[at]!.lower !== 'that') at++;
  if (tokens[at]?.lower !== 'that') return null;
  const content = trimmed(tokens, clauseFrom(tokens, at + 1, range.to));
  return content.to > content.from ? content : null;
}

function insideOf({ tokens, range }: Scene, { inner }: Quotation): Range {
  let from = range.from;
  while (from < range.to - 1 && tokens[from]!.start < inner.start) from++;
  let to = range.to;
  while (to > from + 1 && tokens[to - 1]!.end > inner.end) to--;
  return { from, to };
}

function wordsBetween(tokens: readonly Token[], position: number, until: number): number {
  let words = 0;
  for (let i = until - 1; i >= 0 && tokens[i]!.start >= position; i--) if (tokens[i]!.kind === 'word') words++;
  return words;
}

interface After {
  readonly rule: string;
  readonly content: Range;
  readonly cueTo?: number;
}

/** What follows the verb, by the frames that it takes: the first that fits. */
function contentsAfter({ tokens, range }: Scene, verb: number, frames: ReadonlySet<Frame>): After[] {
  let at = verb + 1;
  if (tokens[at]?.lower === 'out') at++;
  while (
    at < range.to &&
    ((OBJECTS.has(tokens[at]!.lower) && tokens[at]!.lower !== 'that') ||
      (tokens[at]!.pos === 'ADV' && tokens[at + 1]?.lower === 'that'))
  )
    at++;
  const cueTo = at;
  const clause = (rule: string, from: number): After[] => {
    const content = trimmed(tokens, clauseFrom(tokens, from, range.to));
    return content.to > content.from ? [{ rule, content, cueTo }] : [];
  };
  const next = tokens[at]?.lower ?? '';
  if (frames.has('that') && next === 'that' && tokens[at + 1]?.kind !== 'punctuation') return clause('that', at + 1);
  if (frames.has('that') && next === ',' && tokens[at + 1]?.lower === 'that') return clause('that', at + 2);
  if (frames.has('whether') && /^(?:whether|if|why|how|what|who)$/.test(next)) return clause('whether', at);
  if (frames.has('to') && next === 'to') return clause('to', at + 1);
  if (frames.has('for') && next === 'for') return clause('for', at + 1);
  const as = skipTo(tokens, at, Math.min(range.to, at + 8), 'as');
  if (frames.has('as') && tokens[as]?.lower === 'as') return clause('as', as + 1);
  if (frames.has('bare') && clauseBegins(tokens, at, range.to)) return clause('bare', at);
  if (frames.has('label')) return clause('label', at);
  if (frames.has('np') && at < range.to && tokens[at]!.kind !== 'punctuation') return clause('np', at);
  return [];
}

/** "the claim by X that C", "his belief that C". */
function nounAt({ tokens, range }: Scene, noun: number): Candidate[] {
  let at = noun + 1;
  let source: Range | null = null;
  if (/^(?:by|of|from|among)$/.test(tokens[at]?.lower ?? '')) {
    source = nounPhraseFrom(tokens, at + 1, range.to);
    at = source.to;
  }
  const is = tokens[at]?.lemma === 'be' ? 1 : 0;
  if (tokens[at + is]?.lower !== 'that' || at + is + 1 >= range.to) return [];
  const content = trimmed(tokens, clauseFrom(tokens, at + is + 1, range.to));
  return content.to > content.from
    ? [
        {
          rule: is ? 'noun-is-that' : 'noun-that',
          source: source ?? possessor(tokens, noun, range.from),
          cue: { from: noun, to: noun + 1 },
          content,
        },
      ]
    : [];
}

/** "Gartner's conclusion", "their belief". */
function possessor(tokens: readonly Token[], noun: number, floor: number): Range | null {
  for (let at = noun - 1; at >= Math.max(floor, noun - 3); at--) {
    const { lower } = tokens[at]!;
    if (/^(?:his|her|their|its)$/.test(lower)) return { from: at, to: at + 1 };
    if (lower === "'s" && at > floor) return { from: at - 1, to: at };
  }
  return null;
}

function soCalled(scene: Scene, at: number): Candidate {
  const { tokens, range } = scene;
  let to = at + 3;
  while (
    to < range.to &&
    to < at + 8 &&
    (tokens[to]!.kind === 'word'
      ? ['ADJ', 'NOUN', 'PROPN', 'DET'].includes(tokens[to]!.pos)
      : QUOTE_MARK.test(tokens[to]!.lower))
  )
    to++;
  const content = trimmed(tokens, { from: Math.min(at + 3, range.to - 1), to: Math.max(to, at + 4) });
  return {
    rule: 'so-called',
    source: null,
    cue: { from: at, to: at + 3 },
    content: content.to > content.from ? content : { from: at, to: at + 3 },
  };
}

/** Each quotation's part of the sentence, for the case that nobody is named. */
function quotedLabels(scene: Scene): Candidate[] {
  return scene.quotations.map((quotation) => {
    const whole = quotation.start <= scene.sentence.start && quotation.end >= scene.sentence.end - 2;
    const goesOn = quotation.start < scene.sentence.start;
    return {
      rule: goesOn ? 'quote-goes-on' : whole ? 'quote-alone' : 'quoted-words',
      source: null,
      cue: null,
      content: insideOf(scene, quotation),
    };
  });
}
