import type { Token } from '../../article/layers.ts';
import { CUES } from '../reading/cues.ts';
import { isContent, stemOf } from '../reading/issue-words.ts';
import { type Features, type Linear, logitOf, sigmoid } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { wordFeatures } from './word-features.ts';

/** How often the article's content words occur, and where. */
export interface Vocabulary {
  /** Stem to the probability that it is a word of the issue. */
  readonly chances: ReadonlyMap<string, number>;
  /** Stem to the number of sentences that hold it. */
  readonly spread: ReadonlyMap<string, number>;
  readonly title: ReadonlySet<string>;
  readonly close: ReadonlySet<string>;
  readonly most: number;
  /** Content words of a noun phrase, joined, to the number of times it occurs. */
  readonly phrases: ReadonlyMap<string, number>;
  /** For each sentence, the features of what its author says outright in it. */
  readonly said: readonly (readonly string[])[];
}

export function vocabularyOf(reading: Reading, words: Linear): Vocabulary {
  const { sentences, title } = reading;
  const chances = new Map([...wordFeatures(reading)].map(([stem, one]) => [stem, sigmoid(logitOf(words, one))]));
  const spread = new Map<string, number>();
  const close = new Set<string>();
  for (const { tokens, closes } of sentences) {
    const stems = new Set(tokens.filter(({ lower }) => isContent(lower)).map(({ lower }) => stemOf(lower)));
    for (const stem of stems) {
      spread.set(stem, (spread.get(stem) ?? 0) + 1);
      if (closes) close.add(stem);
    }
  }
  const most = Math.max(1, ...spread.values());
  const phrases = phrasesOf(sentences);
  const said = sentences.map(({ sayings }) => [...new Set(sayings.map(({ side }) => `said/${side}`))]);
  return { chances, spread, title: new Set(title.filter(isContent).map(stemOf)), close, most, phrases, said };
}

function phrasesOf(sentences: Reading['sentences']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const { from, to, tails } of candidatesOf(sentence)) {
      if (tails > 0) continue;
      const key = keyOf(sentence.tokens.slice(from, to).filter(({ lower }) => isContent(lower)));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

const keyOf = (content: readonly Token[]): string => content.map(({ lower }) => stemOf(lower)).join(' ');

export function candidateFeatures(candidate: Candidate, sentence: SentenceView, vocabulary: Vocabulary): Features {
  const features: Features = new Map();
  const tokens = sentence.tokens.slice(candidate.from, candidate.to);
  const content = tokens.filter(({ lower }) => isContent(lower));
  const stems = [...new Set(content.map(({ lower }) => stemOf(lower)))];
  addWeight(features, stems, vocabulary);
  features.set(`words/${Math.min(8, stems.length)}`, 1);
  features.set(`tails/${candidate.tails}`, 1);
  if (candidate.gerund) features.set('gerund', 1);
  if (tokens[0]?.lower === 'the') features.set('the', 1);
  if (content.some(({ pos }) => pos === 'PROPN')) features.set('has-name', 1);
  if (content.every(({ pos }) => pos === 'PROPN')) features.set('only-names', 1);
  for (const { lemma } of content) for (const name of CUES.get(lemma) ?? []) features.set(`holds/${name}`, 1);
  addPlace(features, candidate, sentence);
  addLemmas(features, candidate, sentence);
  for (const name of vocabulary.said[sentence.index]!) features.set(name, 1);
  features.set('repeated', Math.log(vocabulary.phrases.get(keyOf(content)) ?? 1));
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

function addPlace(
  features: Features,
  { from, to }: Candidate,
  { tokens, index, closes, kind, asks }: SentenceView,
): void {
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

/** The words themselves: what heads the phrase, and what stands before and after it. */
function addLemmas(features: Features, { from, to }: Candidate, { tokens }: SentenceView): void {
  features.set(`opens/${tokens[from]!.lemma}`, 1);
  features.set(`ends/${tokens[to - 1]!.lemma}`, 1);
  features.set(`next/${tokens[to]?.lemma ?? ''}`, 1);
  for (let back = 1; back <= 2; back++) features.set(`back/${back}/${tokens[from - back]?.lemma ?? ''}`, 1);
}
