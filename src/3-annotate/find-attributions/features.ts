import type { Token } from '../../article/layers.ts';
import { mix, numberOf } from '../../linear/hash.ts';
import { clustersOf } from '../clusters.ts';
import type { Candidate, Range, Scene } from './candidate.ts';
import { around, type Put } from './features-around.ts';
import { type Genre, headOf, isPronoun, kindOfSource } from './speaker.ts';
import { SENSES } from './verbs.ts';

const MODALS = new Set(['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will', 'would']);

const OP_ED = 77;

/** Hashed features of a candidate. Each stands twice for an
 * op-ed, once under its own number, so that what other texts teach is a start and op-eds have the last word
 * (Daumé 2007). `rivals` are all candidates of the sentence. */
export function featuresOf(
  { tokens, range, quotations }: Scene,
  candidate: Candidate,
  rivals: readonly Candidate[],
  out: number[],
  genre: Genre,
): void {
  const first = out.length;
  const { rule, source, cue, content } = candidate;
  const put: Put = (template, a = 0, b = 0, c = 0) => {
    out.push(mix(template + 1000, numberOf(a), numberOf(b), numberOf(c)));
  };
  const head = cue === null ? null : tokens[cue.to - 1]!;
  const verb = cue === null ? '' : verbOf(tokens, cue).lemma;
  const speaker = kindOfSource(tokens, source, genre);
  const sense = SENSES.get(verb) ?? '';
  put(1, rule);
  put(2, rule, verb);
  put(3, verb);
  put(4, rule, speaker);
  put(5, verb, speaker);
  put(6, speaker);
  put(60, sense, rule);
  put(61, sense, speaker);
  put(62, sense, rule, speaker);
  put(63, sense, tokens[content.from]!.pos);
  if (source) {
    put(7, isPronoun(speaker) ? speaker : tokens[source.to - 1]!.lemma);
    put(8, isPronoun(speaker) ? speaker : tokens[source.from]!.lower);
    put(9, rule, tokens[source.to - 1]!.pos);
    put(10, rule, Math.min(source.to - source.from, 6));
    const [, middle = 0, coarse = 0] = clustersOf(headOf(tokens, source).lower);
    put(64, sense, coarse);
    put(65, coarse);
    put(66, middle, sense);
    put(67, rule, coarse);
  }
  if (cue) {
    put(11, rule, tokens[cue.from]!.lower);
    put(12, rule, verbOf(tokens, cue).lower.slice(-3));
    put(13, rule, tokens[cue.from - 1]?.pos ?? '');
    put(14, rule, tokens[cue.from - 1]?.lower ?? '');
    for (let i = cue.from; i < cue.to - 1; i++) put(15, rule, tokens[i]!.lemma);
    put(16, rule, tokens[cue.from - 1]?.lower === 'to' ? 1 : 0);
    put(17, head!.pos, rule);
    put(18, rule, Math.min(cue.from - range.from, 5));
    const group = groupOf(tokens, cue);
    put(70, group, sense);
    put(71, group, speaker);
    put(72, group, rule);
    put(73, verb, group);
  }
  const size = content.to - content.from;
  const bucket = size < 3 ? size : size < 6 ? 3 : size < 12 ? 4 : size < 25 ? 5 : 6;
  put(20, rule, bucket);
  put(21, rule, tokens[content.from]!.pos);
  put(22, rule, tokens[content.from]!.lower);
  put(23, rule, tokens[content.from - 1]?.lower ?? '');
  put(24, rule, tokens[content.from - 1]?.pos ?? '');
  put(25, rule, tokens[content.to]?.lower ?? '');
  put(26, rule, tokens[content.from - 2]?.lower ?? '');
  put(27, rule, tokens[content.from - 2]?.pos ?? '');
  put(28, rule, tokens[content.to - 1]!.lower);
  const asks = tokens[range.to - 1]!.lower === '?' ? 1 : 0;
  put(29, rule, asks);
  put(30, rule, Math.min(quotations.length, 3));
  put(31, rule, isTitleCase(tokens, content) ? 1 : 0);
  put(
    32,
    rule,
    rivals.some((rival) => rival !== candidate && rival.cue !== null && jaccard(rival.content, content) >= 0.5) ? 1 : 0,
    cue === null ? 1 : 0,
  );
  put(
    33,
    rule,
    rivals.some((rival) => rival !== candidate && rival.cue !== null && holds(rival.content, content)) ? 1 : 0,
  );
  const inQuotation =
    cue !== null &&
    quotations.some(({ start, end }) => start < tokens[cue.from]!.start && tokens[cue.to - 1]!.end < end);
  put(34, rule, inQuotation ? 1 : 0);
  put(35, rule, hasFiniteVerb(tokens, content) ? 1 : 0);
  around(put, { tokens, range }, candidate, rivals, { rule, sense, speaker, verb });
  if (genre === 'op-ed') for (let i = first, last = out.length; i < last; i++) out.push(mix(OP_ED, out[i]!, 0, 0));
}

export const holds = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.to <= outer.to;

export function jaccard(a: Range, b: Range): number {
  const common = Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  return common / (a.to - a.from + b.to - b.from - common);
}

export function verbOf(tokens: readonly Token[], cue: Range): Token {
  for (let i = cue.to - 1; i > cue.from; i--)
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'NOUN') return tokens[i]!;
  return tokens[cue.from]!;
}

/** How a verb group is built: its modal verb, "to", a negation, and the ending of its last verb. */
function groupOf(tokens: readonly Token[], cue: Range): string {
  let group = '';
  for (let i = cue.from; i < cue.to; i++) {
    const { lower, lemma, pos } = tokens[i]!;
    if (pos === 'AUX') group += MODALS.has(lower) ? lower : lemma;
    else if (lower === 'to' || lower === 'not' || lower === "n't") group += lower;
  }
  return group + (/(?:ing|ed|s)$/.exec(verbOf(tokens, cue).lower)?.[0] ?? '');
}

function isTitleCase(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++)
    if (tokens[i]!.pos !== 'PROPN' && tokens[i]!.pos !== 'ADP' && tokens[i]!.pos !== 'DET') return false;
  return true;
}

function hasFiniteVerb(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return true;
  return false;
}
