import type { Article } from '../../article/article.ts';
import type { Attribution, Report, Sentence, Token } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
import { tokensBySentence } from '../../article/tokens-by-sentence.ts';
import { mix, numberOf } from '../../linear/hash.ts';
import { clustersOf } from '../clusters.ts';
import { quotationsOf, quotedIn } from '../find-attributions/quotations.ts';

/** What voices are taken from. */
export type Scene = Pick<
  Article<'blocks' | 'sentences' | 'tokens' | 'attributions' | 'reports'>,
  'text' | 'blocks' | 'sentences' | 'tokens' | 'attributions' | 'reports'
>;

/** One sentence with what is reported in it. */
export interface Sight {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Attributions whose content begins in it, labels left out. */
  readonly reported: readonly Attribution[];
  /** How likely it reports, found or not. */
  readonly report: Report;
  /** Which part of it is reported: contents, and the words that name source and cue. */
  readonly covered: number;
  /** Which part of it stands between quotation marks. */
  readonly quoted: number;
  /** Whether a quotation that it begins in goes on from the sentence before. */
  readonly goesOn: boolean;
}

/** Where the parts of a sentence that are reported or quoted change what they tell. */
const CUTS = [0, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85];
/** Where the chance of a report changes what it tells. */
const CHANCES = [0.03, 0.08, 0.15, 0.25, 0.4, 0.6, 0.8];
/** A sentence before this one counts as reported from here on. */
const MOST = 0.4;
/** The first words of a sentence, of which each tells by its place. */
const OPENING = 4;
/** Sentences this short, in characters, and up. */
const LENGTHS = [40, 80, 160];
const MODALS = new Set(['should', 'must', 'will', 'would', 'could']);
const SELVES = new Set(['i', 'we', 'our', 'my', 'us', 'me']);

/** The sentences of an article, in order, one walk over attributions, quotations and tokens. */
export function sightsOf({ text, blocks, sentences, tokens, attributions, reports }: Scene): Sight[] {
  const quoted = quotedIn(sentences, quotationsOf(text, blocks));
  const words = tokensBySentence({ sentences, tokens });
  let next = 0;
  return sentences.map((sentence, i) => {
    const own: Attribution[] = [];
    for (; next < attributions.length && attributions[next]!.content.start < sentence.end; next++)
      own.push(attributions[next]!);
    const reported = own.filter(({ kind }) => kind !== 'label');
    const length = sentence.end - sentence.start;
    return {
      sentence,
      tokens: words[i]!,
      reported,
      report: reports[i]!,
      covered: Math.min(1, coveredBy(sentence, reported) / length),
      quoted: quoted[i]!.characters / length,
      goesOn: quoted[i]!.goesOn,
    };
  });
}

/** Characters of the sentence that contents, sources and cues cover; sources and cues of two reports may count twice. */
function coveredBy(sentence: Span, attributions: readonly Attribution[]): number {
  let characters = 0;
  let upTo = sentence.start;
  for (const { content, cue, source } of attributions) {
    for (const span of [source, cue, content]) {
      if (!span) continue;
      const start = Math.max(span.start, upTo);
      const end = Math.min(span.end, sentence.end);
      if (end > start) characters += end - start;
      if (span === content) upTo = Math.max(upTo, end);
    }
  }
  return characters;
}

type Value = string | number;
type Put = (template: number, a?: Value, b?: Value, c?: Value) => void;

/** The hashed features of sentence `at`. */
export function featuresOf({ text, blocks }: Scene, sights: readonly Sight[], at: number): number[] {
  const features: number[] = [];
  const put: Put = (template, a = 0, b = 0, c = 0) => {
    features.push(mix(5000 + template, numberOf(a), numberOf(b), numberOf(c)));
  };
  const sight = sights[at]!;
  put(0);
  put(32, blocks[sight.sentence.block]!.kind);
  put(67, at === 0 ? 0 : at < 3 ? 1 : at > sights.length - 3 ? 2 : 3);
  ofReports(put, sight, text);
  ofChances(put, sights, at);
  ofWords(put, sight);
  ofNeighbours(put, sights, at);
  return features;
}

const rangeOf = (part: number, cuts: readonly number[] = CUTS): number => cuts.filter((cut) => part > cut).length;

function ofReports(put: Put, sight: Sight, text: string): void {
  const covered = rangeOf(sight.covered);
  const quoted = rangeOf(sight.quoted);
  put(1, covered);
  put(2, quoted);
  put(3, sight.goesOn ? 1 : 0, quoted);
  put(4, covered, quoted);
  put(30, Math.min(sight.reported.length, 3), covered);
  put(31, rangeOf(sight.sentence.end - sight.sentence.start, LENGTHS), covered);
  for (const { by, cue, source, kind } of sight.reported) {
    put(20, by);
    put(21, by, covered);
    put(22, lastWord(text, cue));
    put(23, lastWord(text, source));
    put(24, kind, covered);
    put(25, source ? 1 : 0, covered);
  }
}

/** What may be reported in the sentence and those beside it. */
function ofChances(put: Put, sights: readonly Sight[], at: number): void {
  const [part, before, after] = [at, at - 1, at + 1].map((i) => rangeOf(sights[i]?.report.part ?? 0, CHANCES));
  const chance = rangeOf(sights[at]!.report.chance, CHANCES);
  put(70, chance);
  put(71, part!);
  put(72, chance, part!);
  put(73, before!);
  put(74, before!, part!);
  put(75, after!);
}

const lastWord = (text: string, span: Span | null): string =>
  span ? text.slice(span.start, span.end).toLowerCase().split(/\s/).at(-1)! : '-';

function ofWords(put: Put, { tokens, covered }: Sight): void {
  const seen = new Set<string>();
  let self = 0;
  let modal = '';
  tokens.forEach(({ lemma, lower }, i) => {
    if (SELVES.has(lower)) self = 1;
    if (!modal && MODALS.has(lower)) modal = lower;
    const [, middle = 0, coarse = 0] = clustersOf(lower);
    if (!seen.has(lemma)) {
      seen.add(lemma);
      put(40, lemma);
      put(42, middle);
    }
    if (i < OPENING) {
      put(43, i, lower);
      put(44, i, coarse);
    }
    if (i > 0) put(45, tokens[i - 1]!.lower, lower);
  });
  put(46, self, rangeOf(covered));
  put(47, tokens.at(-1)?.lower ?? '');
  put(48, modal, rangeOf(covered));
}

/** What is reported before and after, and whether a paragraph ends in between. */
function ofNeighbours(put: Put, sights: readonly Sight[], at: number): void {
  const sight = sights[at]!;
  const before = sights[at - 1];
  const after = sights[at + 1];
  const begins = before?.sentence.block !== sight.sentence.block ? 1 : 0;
  const ends = after?.sentence.block !== sight.sentence.block ? 1 : 0;
  put(61, before ? rangeOf(before.covered) : -1, begins);
  put(63, after ? rangeOf(after.covered) : -1, ends);
  put(65, before ? rangeOf(before.quoted) : -1, rangeOf(sight.quoted));
  put(66, before && before.covered > MOST ? 1 : 0, sight.tokens[0]?.lower ?? '');
}
