import type { Token } from '../../article/layers.ts';
import { CUES } from '../reading/cues.ts';
import { stemOf } from '../reading/issue-words.ts';
import type { Features } from '../reading/linear.ts';
import type { SentenceView } from '../reading/reading.ts';
import { type Candidate, LINKS } from './candidates.ts';
import { keyOf, type Vocabulary } from './vocabulary.ts';

export function candidateFeatures(candidate: Candidate, sentence: SentenceView, vocabulary: Vocabulary): Features {
  const features: Features = new Map();
  const tokens = sentence.tokens.slice(candidate.from, candidate.to);
  const own = sentence.stems.slice(candidate.from, candidate.to);
  const content = tokens.filter((_, at) => own[at] !== null);
  const stems = [...new Set(own)].filter((stem) => stem !== null);
  addWeight(features, stems, vocabulary);
  features.set(`words/${Math.min(8, stems.length)}`, 1);
  features.set(`tails/${candidate.tails}`, 1);
  if (candidate.gerund) features.set('gerund', 1);
  if (tokens[0]?.lower === 'the') features.set('the', 1);
  if (content.some(({ pos }) => pos === 'PROPN')) features.set('has-name', 1);
  if (content.every(({ pos }) => pos === 'PROPN')) features.set('only-names', 1);
  for (const { lemma } of content) for (const name of CUES.get(lemma) ?? []) features.set(`holds/${name}`, 1);
  addHead(features, candidate, sentence, vocabulary);
  addPlace(features, candidate, sentence);
  addVerbs(features, candidate, sentence);
  addLemmas(features, candidate, sentence);
  for (const name of vocabulary.said[sentence.index]!) features.set(name, 1);
  features.set('repeated', Math.log(vocabulary.phrases.get(keyOf(own)) ?? 1));
  return features;
}

/** Content words of an issue phrase, on average. */
const ISSUE_WORDS = 5;

function addWeight(
  features: Features,
  stems: readonly string[],
  { chances, spread, title, close, most }: Vocabulary,
): void {
  const hits = stems.map((stem) => chances.get(stem) ?? 0);
  const expected = hits.reduce((sum, chance) => sum + chance, 0);
  features.set('expected', (8 * expected) / (stems.length + ISSUE_WORDS));
  features.set('expected/words', expected);
  features.set('expected/least', Math.min(1, ...hits));
  const counts = stems.map((stem) => (spread.get(stem) ?? 1) / most);
  const sum = counts.reduce((total, count) => total + count, 0);
  const inTitle = stems.filter((stem) => title.has(stem)).length;
  features.set('spread/mean', stems.length === 0 ? 0 : sum / stems.length);
  features.set('spread/sum', sum / 2);
  features.set('spread/least', Math.min(1, ...counts));
  features.set('spread/top', Math.max(0, ...counts));
  features.set('title/part', stems.length === 0 ? 0 : inTitle / stems.length);
  features.set('title/covered', title.size === 0 ? 0 : inTitle / title.size);
  features.set('close/part', stems.length === 0 ? 0 : stems.filter((stem) => close.has(stem)).length / stems.length);
}

/** The noun that the phrase is about, and the last word of what hangs on it. */
function addHead(features: Features, candidate: Candidate, { tokens }: SentenceView, vocabulary: Vocabulary): void {
  const head = tokens[headOf(candidate, tokens)]!;
  const stem = stemOf(head.lower);
  features.set(`head/${head.lemma}`, 1);
  features.set('head-chance', 2 * (vocabulary.chances.get(stem) ?? 0));
  features.set('head-spread', (vocabulary.spread.get(stem) ?? 1) / vocabulary.most);
  if (vocabulary.title.has(stem)) features.set('head-title', 1);
  if (candidate.tails === 0) return;
  const last = stemOf(tokens[candidate.to - 1]!.lower);
  features.set('tail/chance', 2 * (vocabulary.chances.get(last) ?? 0));
}

/** The last token before the first preposition. */
function headOf({ from, to }: Candidate, tokens: readonly Token[]): number {
  let at = from + 1;
  while (at < to && !LINKS.has(tokens[at]!.lower)) at++;
  return at - 1;
}

/** Sentences over which a place at the front counts; places at the end fall off by this factor. */
const EARLY = 4;
const LATE = 8;

function addPlace(
  features: Features,
  { from, to }: Candidate,
  { tokens, index, closes, kind, asks, place, sayings }: SentenceView,
): void {
  if (asks || sayings.length > 0) features.set('says-or-asks', 1);
  features.set('early', Math.exp(-index / EARLY));
  features.set('late', Math.exp(-LATE * (1 - place)));
  features.set(`place/${index < 2 ? index : index < 5 ? 'lead' : closes ? 'close' : 'body'}`, 1);
  if (kind === 'title' || kind === 'heading') features.set('heading', 1);
  if (asks) features.set('asked', 1);
  for (let back = 1; back <= 3; back++) {
    for (const name of CUES.get(tokens[from - back]?.lemma ?? '') ?? []) features.set(`after/${name}`, 1);
  }
  for (let ahead = 0; ahead < 3; ahead++) {
    for (const name of CUES.get(tokens[to + ahead]?.lemma ?? '') ?? []) features.set(`before/${name}`, 1);
  }
  const next = tokens[to];
  if (next) features.set(`next/${next.pos}`, 1);
  const previous = tokens[from - 1];
  features.set(`previous/${previous ? previous.pos : 'start'}`, 1);
}

/** How far from a phrase a verb is looked for, in tokens. */
const VERB_REACH = 4;

/** What is done to the phrase, and what it does. */
function addVerbs(features: Features, { from, to }: Candidate, { tokens }: SentenceView): void {
  const isVerb = ({ pos }: Token): boolean => pos === 'VERB';
  const before = tokens.slice(Math.max(0, from - VERB_REACH), from).findLast(isVerb);
  const after = tokens.slice(to, to + VERB_REACH).find(isVerb);
  features.set(`verb/${before?.lemma ?? ''}`, 1);
  features.set(`verb-after/${after?.lemma ?? ''}`, 1);
}

/** The words themselves: what heads the phrase, and what stands before and after it. */
function addLemmas(features: Features, { from, to }: Candidate, { tokens }: SentenceView): void {
  features.set(`opens/${tokens[from]!.lemma}`, 1);
  features.set(`ends/${tokens[to - 1]!.lemma}`, 1);
  features.set(`next/${tokens[to]?.lemma ?? ''}`, 1);
  for (let back = 1; back <= 2; back++) features.set(`back/${back}/${tokens[from - back]?.lemma ?? ''}`, 1);
}
