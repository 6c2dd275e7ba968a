import type { Token } from '../../article/layers.ts';
import { clauseBegins, isClause } from './content.ts';
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

/** Where what is reported begins, and by which rule. */
export interface Content {
  readonly rule: string;
  readonly from: number;
}

/** Past a particle ("out"), who is told ("us") and an adverb before "that". */
export function afterObject(tokens: readonly Token[], verb: number, limit: number): number {
  let at = verb + 1;
  if (tokens[at]?.lower === 'out' || tokens[at]?.lower === 'on') at++;
  while (at < limit && OBJECTS.has(tokens[at]!.lower) && isComplement(tokens[at + 1])) at++;
  while (at < limit && tokens[at]!.pos === 'ADV' && tokens[at + 1]?.lower === 'that') at++;
  return Math.min(at, limit);
}

/** "told us that", "told us we", but not "believe you need": after an object, no verb. */
const isComplement = (next: Token | undefined): boolean =>
  next !== undefined && next.pos !== 'VERB' && next.pos !== 'AUX';

/** What a verb with these frames reports from `at` on: the first frame that fits. */
export function contentsFrom(
  tokens: readonly Token[],
  at: number,
  limit: number,
  frames: ReadonlySet<Frame>,
  verb: Token,
): Content[] {
  const next = tokens[at]?.lower ?? '';
  const after = tokens[at + 1]?.lower ?? '';
  if (at >= limit) return [];
  if (frames.has('that') && next === 'that' && /^[\p{L}\p{N}"“,$'‘]/u.test(after))
    return [{ rule: 'that', from: at + 1 }];
  const interposed = frames.has('that') && /^[,:]$/.test(next) ? thatAfterPhrase(tokens, at, limit) : null;
  if (interposed !== null) return [{ rule: 'that', from: interposed + 1 }];
  const told = frames.has('that') && mayTell(tokens[at]!, verb) ? thatAfterObject(tokens, at, limit) : null;
  if (told !== null && told > at) return [{ rule: 'that', from: told + 1 }];
  if (frames.has('whether') && /^(?:whether|if|why|how|what|who)$/.test(next)) return [{ rule: 'whether', from: at }];
  if (frames.has('to') && next === 'to') return [{ rule: 'to', from: at + 1 }];
  const asked = frames.has('to') || frames.has('np') ? toldTo(tokens, at, limit) : null;
  if (asked !== null) return [{ rule: 'np', from: asked }];
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
  if (frames.has('bare') && isClause(tokens, at, limit)) return [{ rule: 'bare', from: at }];
  if (frames.has('quote') && /^[:]$/.test(next)) return [{ rule: 'colon', from: at + 1 }];
  if (frames.has('label')) return [{ rule: 'label', from: at }];
  if (frames.has('np') && tokens[at]!.kind !== 'punctuation') return [{ rule: 'np', from: at }];
  return frames.has('bare') && clauseBegins(tokens, at, limit) ? [{ rule: 'bare-loose', from: at }] : [];
}

/** Longest phrase that names who shall act, in tokens. */
const LONGEST_ACTOR = 10;

/** Where who shall act is named, in "Congress to act", "on Congress to act". */
function toldTo(tokens: readonly Token[], at: number, limit: number): number | null {
  const from = /^(?:on|upon|for)$/.test(tokens[at]!.lower) ? at + 1 : at;
  if (tokens[from]?.pos === 'ADP' || tokens[from]?.lower === 'to') return null;
  for (let i = from; i < Math.min(limit - 1, from + LONGEST_ACTOR); i++) {
    const { lower, pos, kind } = tokens[i]!;
    if (lower === 'to' && i > from) return tokens[i + 1]!.pos === 'VERB' || tokens[i + 1]!.pos === 'AUX' ? from : null;
    if (pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ' || (kind === 'punctuation' && !/^[-'’.]$/.test(lower)))
      return null;
  }
  return null;
}

/** Verbs whose object is who is told; after others only a phrase with a preposition stands before "that". */
const TELLING = new Set([
  'tell',
  'inform',
  'remind',
  'assure',
  'convince',
  'persuade',
  'warn',
  'notify',
  'advise',
  'teach',
  'show',
]);

const mayTell = (next: Token, verb: Token): boolean => next.pos === 'ADP' || TELLING.has(verb.lemma);

/** What may be reported by a verb whose frames in the list do not fit: the model has seen which do all the same. */
export function otherContents(tokens: readonly Token[], at: number, limit: number): Content[] {
  const next = tokens[at];
  if (!next || at + 1 >= limit) return [];
  const contents: Content[] = [];
  const that = thatAfterObject(tokens, at, limit);
  if (that !== null) contents.push({ rule: that === at ? 'that-open' : 'object-that', from: that + 1 });
  if (next.lower === 'to') return [...contents, { rule: 'to-open', from: at + 1 }];
  if (next.lower === ':') return [...contents, { rule: 'colon-open', from: at + 1 }];
  if (next.kind === 'punctuation') return contents;
  if (ABOUT.has(next.lower)) return [...contents, { rule: 'about-open', from: at + 1 }];
  return [...contents, { rule: isClause(tokens, at, limit) ? 'bare-open' : 'np-open', from: at }];
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
