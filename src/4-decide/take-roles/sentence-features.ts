import type { Token } from '../../article/layers.ts';
import { CUES, isNegation, MODALS, REACH } from '../reading/cues.ts';
import { add, type Features } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { toneOf } from '../reading/tone.ts';
import type { Weighed, WordScores } from '../weigh-words/weigh-words.ts';

/** Features of one sentence: those that ask whether it argues, and those that have a direction. */
export interface SentenceFeatures {
  readonly plain: Features;
  /** Above 0 where the sentence speaks well of what it is about; multiplied by the side of the article. */
  readonly polar: Features;
}

const QUOTES = new Set(['"', '“', '”']);
const LENGTHS = [6, 12, 20, 35];
const STRIDE = 5;

/** One a sentence. Of its neighbours and the article only sums come in: whole features of neighbours do harm. */
export function sentenceFeatures(reading: Weighed): SentenceFeatures[] {
  const weights = reading.sentences.map(cueWeight);
  const article = articleFeatures(reading, weights);
  const inBlock = blockMeans(reading, weights);
  return reading.sentences.map((sentence, index) => {
    const plain = plainFeatures(sentence);
    const polar = polarFeatures(sentence);
    for (const [name, value] of article) plain.set(name, value);
    plain.set('cues/before', weights[index - 1] ?? 0);
    plain.set('cues/after', weights[index + 1] ?? 0);
    plain.set('cues/block', inBlock[index]!);
    addWords(plain, polar, reading.words, index);
    return { plain, polar };
  });
}

/** Classes of cues that mark evaluation, effect or a call. */
const ARGUING = new Set(['help', 'good', 'boon', 'support', 'hurt', 'flaw', 'fault', 'oppose', 'problem']);

/** How much a sentence evaluates, damped. */
function cueWeight({ tokens, sayings }: SentenceView): number {
  const cues = tokens.filter(({ lemma }) => CUES.get(lemma)?.some((name) => ARGUING.has(name))).length;
  return Math.log1p(cues + sayings.length);
}

function articleFeatures({ sentences }: Reading, weights: readonly number[]): Features {
  const count = Math.max(1, sentences.length);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / count;
  const headings = sentences.filter(({ kind }) => kind === 'heading').length;
  const questions = sentences.filter(({ asks }) => asks).length;
  return new Map([
    ['article/cues', mean],
    ['article/length', Math.log(count / 30)],
    ['article/headings', headings > 1 ? 1 : 0],
    ['article/questions', questions / count],
  ]);
}

/** For each sentence the mean weight of the others of its block. */
function blockMeans({ sentences }: Reading, weights: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  const blockOf = sentences.map(({ opensBlock }, index) => {
    if (opensBlock || index === 0) blocks.push({ sum: 0, count: 0 });
    const block = blocks.at(-1)!;
    block.sum += weights[index]!;
    block.count++;
    return block;
  });
  return blockOf.map(({ sum, count }, index) => (sum - weights[index]!) / Math.max(1, count - 1));
}

/** What the words of the sentence and of those beside it say by themselves. */
function addWords(plain: Features, polar: Features, words: readonly WordScores[], index: number): void {
  const { side, argues } = words[index]!;
  const [before, after] = [words[index - 1], words[index + 1]];
  plain.set('words/argue', argues);
  plain.set('words/before', before?.argues ?? 0);
  plain.set('words/after', after?.argues ?? 0);
  polar.set('words', side);
  polar.set('words/beside', ((before?.side ?? 0) + (after?.side ?? 0)) / 2);
}

function plainFeatures(sentence: SentenceView): Features {
  const features: Features = new Map();
  addPlace(features, sentence);
  addCues(features, sentence);
  addOpening(features, sentence);
  addShape(features, sentence);
  return features;
}

function addPlace(features: Features, { kind, opensBlock, place, index }: SentenceView): void {
  features.set(`kind/${kind}`, 1);
  features.set(`place/${Math.min(STRIDE - 1, Math.floor(place * STRIDE))}`, 1);
  if (index < 3) features.set(`first/${index}`, 1);
  if (place === 1) features.set('last', 1);
  if (opensBlock) features.set('opens-block', 1);
}

function addCues(features: Features, sentence: SentenceView): void {
  const { tokens, sayings } = sentence;
  let sinceNegation = REACH + 1;
  for (const { lower, lemma } of tokens) {
    sinceNegation = isNegation(lower) ? 0 : sinceNegation + 1;
    for (const name of CUES.get(lemma) ?? []) {
      features.set(`cue/${name}`, 1);
      if (sinceNegation <= REACH) features.set(`not/${name}`, 1);
    }
  }
  for (const { side, weight } of sayings) {
    features.set(`say/${side}`, 1);
    features.set(`say/${weight}`, 1);
  }
  features.set('cues', cueWeight(sentence));
}

/** The words a sentence begins with: "on the other hand", "another", "this". */
function addOpening(features: Features, { tokens }: SentenceView): void {
  const words = tokens.filter(({ kind }) => kind === 'word').slice(0, 3);
  for (const { lower } of words) features.set(`start/${lower}`, 0.7);
}

function addShape(features: Features, { tokens, asks, namesIssue, reported }: SentenceView): void {
  if (reported) features.set('reported', 1);
  features.set(`length/${LENGTHS.filter((limit) => tokens.length > limit).length}`, 1);
  if (asks) features.set('asks', 1);
  if (namesIssue) features.set('names-issue', 1);
  for (const { pos, lower, kind } of tokens) {
    if (kind === 'number') features.set('has/number', 1);
    if (pos === 'PROPN') add(features, 'has/name', 0.2);
    if (MODALS.has(lower)) features.set(`has/${lower}`, 1);
    if (isNegation(lower)) features.set('has/not', 1);
    if (lower === 'i' || lower === 'we') features.set(`has/${lower}`, 1);
    if (QUOTES.has(lower)) features.set('has/quote', 1);
  }
  const past = tokens.filter(isPast).length;
  if (past > 0) features.set(past > 1 ? 'past/many' : 'past/one', 1);
}

const isPast = ({ pos, lower }: Token): boolean =>
  (pos === 'VERB' || pos === 'AUX') && (lower.endsWith('ed') || lower === 'was' || lower === 'were' || lower === 'had');

/** Classes that speak well of their subject, and those that speak ill of it. */
const WELL = new Set(['help', 'good', 'boon', 'support', 'backer']);
const ILL = new Set(['hurt', 'flaw', 'fault', 'oppose', 'critic']);

function polarFeatures({ tokens, namesIssue, sayings }: SentenceView): Features {
  const features: Features = new Map();
  const words = tokens.flatMap(({ kind, lower }) => (kind === 'punctuation' ? [] : lower));
  const tone = toneOf(words);
  features.set('tone', tone);
  if (namesIssue) features.set('tone/issue', tone);
  let sinceNegation = REACH + 1;
  for (const { side, weight } of sayings) {
    if (side === 'for' || side === 'against') add(features, 'said', side === 'for' ? weight / 3 : -weight / 3);
  }
  for (const { lower, lemma } of tokens) {
    sinceNegation = isNegation(lower) ? 0 : sinceNegation + 1;
    const turn = sinceNegation <= REACH ? -1 : 1;
    for (const name of CUES.get(lemma) ?? []) {
      const sign = WELL.has(name) ? turn : ILL.has(name) ? -turn : 0;
      if (sign === 0) continue;
      add(features, 'balance', sign / 2);
      add(features, `class/${name}`, sign / 2);
      if (namesIssue) add(features, 'balance/issue', sign / 2);
    }
  }
  return features;
}
