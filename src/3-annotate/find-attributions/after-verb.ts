import type { Token } from '../../article/layers.ts';
import { type Candidate, type Range, type Scene, trimmed } from './candidate.ts';
import { clauseBegins, clauseFrom, cutsOf } from './content.ts';
import { agentAfter, firstSubject, nounPhraseFrom, type Subject, subjectOf } from './source.ts';
import type { Frame } from './verbs.ts';

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
  'readers',
  'back',
  'it',
]);

/** Longest phrase between commas from a verb to its "that", in tokens. */
const LONGEST_PHRASE = 12;

interface Content {
  readonly rule: string;
  readonly from: number;
}

/** What follows a verb of saying without quotation marks, by the frames that it takes: the first that fits. */
export function afterVerb(scene: Scene, verb: number, frames: ReadonlySet<Frame>, subject: Subject): Candidate[] {
  const { tokens, range } = scene;
  const at = afterObject(tokens, verb, range.to);
  const source = subject.passive
    ? agentAfter(tokens, verb, range.to)
    : (subject.source ?? firstSubject(tokens, range.from, subject.cue - 1));
  const cue = { from: subject.cue, to: at };
  const own = contentsFrom(tokens, at, range.to, frames);
  const contents = own.length > 0 ? own : otherContents(tokens, at, range.to);
  return contents.flatMap(({ rule, from }) =>
    candidatesOf(scene, { rule: subject.passive ? `${rule}-passive` : rule, source, cue }, from),
  );
}

/** Rules whose content may be a noun phrase, which ends before the clause does. */
const NOMINAL_RULES = /^(?:np|for|of|as|label|about)/;

/** The clause from `from` on, and, where a second main clause is joined to it, its first part too. */
export function candidatesOf({ tokens, range }: Scene, frame: Omit<Candidate, 'content'>, from: number): Candidate[] {
  const whole = clauseFrom(tokens, from, range.to);
  const content = trimmed(tokens, whole);
  if (content.to <= content.from) return [];
  const phrase = NOMINAL_RULES.test(frame.rule) ? nounPhraseFrom(tokens, content.from, content.to) : content;
  const ends = phrase.to < content.to && phrase.to > phrase.from ? [phrase] : [];
  const cuts = [...ends, ...cutsOf(tokens, content)].map((cut) => ({
    ...frame,
    rule: `${frame.rule}-cut`,
    content: trimmed(tokens, cut),
  }));
  return [{ ...frame, content }, ...cuts.filter((cut) => cut.content.to > cut.content.from)];
}

/** Past a particle ("out"), who is told ("us") and an adverb before "that". */
function afterObject(tokens: readonly Token[], verb: number, limit: number): number {
  let at = verb + 1;
  if (tokens[at]?.lower === 'out' || tokens[at]?.lower === 'on') at++;
  while (at < limit && OBJECTS.has(tokens[at]!.lower) && isComplement(tokens[at + 1])) at++;
  while (at < limit && tokens[at]!.pos === 'ADV' && tokens[at + 1]?.lower === 'that') at++;
  return Math.min(at, limit);
}

/** "told us that", "told us we", but not "believe you need": after an object, no verb. */
const isComplement = (next: Token | undefined): boolean =>
  next !== undefined && next.pos !== 'VERB' && next.pos !== 'AUX';

function contentsFrom(tokens: readonly Token[], at: number, limit: number, frames: ReadonlySet<Frame>): Content[] {
  const next = tokens[at]?.lower ?? '';
  const after = tokens[at + 1]?.lower ?? '';
  if (at >= limit) return [];
  if (frames.has('that') && next === 'that' && /^[\p{L}\p{N}"“,$'‘]/u.test(after))
    return [{ rule: 'that', from: at + 1 }];
  const interposed = frames.has('that') && /^[,:]$/.test(next) ? thatAfterPhrase(tokens, at, limit) : null;
  if (interposed !== null) return [{ rule: 'that', from: interposed + 1 }];
  if (frames.has('whether') && /^(?:whether|if|why|how|what|who)$/.test(next)) return [{ rule: 'whether', from: at }];
  if (frames.has('to') && next === 'to') return [{ rule: 'to', from: at + 1 }];
  if ((frames.has('for') && next === 'for') || (frames.has('of') && next === 'of'))
    return [{ rule: next, from: at + 1 }];
  const as = frames.has('as') ? asAfter(tokens, at, limit) : null;
  if (as !== null)
    return as === at
      ? [{ rule: 'as', from: as + 1 }]
      : [
          { rule: 'as', from: as + 1 },
          { rule: 'as-whole', from: at },
        ];
  if (frames.has('bare') && clauseBegins(tokens, at, limit)) return [{ rule: 'bare', from: at }];
  if (frames.has('quote') && /^[:]$/.test(next)) return [{ rule: 'colon', from: at + 1 }];
  if (frames.has('label')) return [{ rule: 'label', from: at }];
  return frames.has('np') && tokens[at]!.kind !== 'punctuation' ? [{ rule: 'np', from: at }] : [];
}

/** What may be reported by a verb whose frames in the list do not fit: the model has seen which do all the same. */
function otherContents(tokens: readonly Token[], at: number, limit: number): Content[] {
  const next = tokens[at];
  if (!next || at + 1 >= limit) return [];
  const contents: Content[] = [];
  const that = thatAfterObject(tokens, at, limit);
  if (that !== null) contents.push({ rule: that === at ? 'that-open' : 'object-that', from: that + 1 });
  if (next.lower === 'to') return [...contents, { rule: 'to-open', from: at + 1 }];
  if (next.lower === ':') return [...contents, { rule: 'colon-open', from: at + 1 }];
  if (next.kind === 'punctuation') return contents;
  if (ABOUT.has(next.lower)) return [...contents, { rule: 'about-open', from: at + 1 }];
  return [...contents, { rule: clauseBegins(tokens, at, limit) ? 'bare-open' : 'np-open', from: at }];
}

const ABOUT = new Set(['of', 'for', 'about', 'on', 'with', 'from', 'in', 'at', 'as']);
/** Longest phrase between a verb and its "that" that tells whom: "told General Petraeus that". */
const LONGEST_OBJECT = 8;

/** The "that" at `at`, or after a noun phrase there: "telling people that", "indicated to me that". */
function thatAfterObject(tokens: readonly Token[], at: number, limit: number): number | null {
  for (let i = at; i < Math.min(limit - 1, at + LONGEST_OBJECT); i++) {
    const { lower, pos, kind } = tokens[i]!;
    if (lower === 'that') return i;
    if (kind === 'punctuation' || pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ') return null;
  }
  return null;
}

/** The "that" right after the comma at `comma`, or after a phrase between commas: "concluded, with 90 percent certainty, that". */
function thatAfterPhrase(tokens: readonly Token[], comma: number, limit: number): number | null {
  if (tokens[comma + 1]?.lower === 'that') return comma + 1;
  for (let at = comma + 1; at < Math.min(limit - 1, comma + LONGEST_PHRASE); at++) {
    if (tokens[at]!.lower === ',') return tokens[at + 1]!.lower === 'that' ? at + 1 : null;
  }
  return null;
}

/** The "as" of "regard X as Y", at most eight tokens on in the same clause. */
function asAfter(tokens: readonly Token[], at: number, limit: number): number | null {
  for (let i = at; i < Math.min(limit, at + 8); i++) {
    if (tokens[i]!.lower === 'as') return i;
    if (/^[,;:]$/.test(tokens[i]!.lower) || tokens[i]!.pos === 'AUX') return null;
  }
  return null;
}

/** "made clear that", "made it plain that", "let me know that". */
export function makesClear(scene: Scene, at: number): Candidate[] {
  const { tokens, range } = scene;
  if (!/^(?:make|let)$/.test(tokens[at]!.lemma)) return [];
  const word = tokens
    .slice(at + 1, at + 4)
    .findIndex(({ lower }) => /^(?:clear|plain|known|know|argument|case|point)$/.test(lower));
  const end = at + 1 + word;
  if (word < 0 || end + 1 >= range.to) return [];
  const from = tokens[end + 1]!.lower === 'that' ? end + 2 : end + 1;
  const { source, cue } = subjectOf(tokens, at, range);
  const frame = { rule: 'make-clear', source, cue: { from: cue, to: end + 1 } satisfies Range };
  return candidatesOf(scene, frame, from);
}
