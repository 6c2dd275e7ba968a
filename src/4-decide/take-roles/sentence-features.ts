import type { Token } from '../../article/layers.ts';
import { CUES, isNegation, MODALS, REACH } from '../reading/cues.ts';
import { add, type Features } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { toneOf } from '../reading/tone.ts';

/** Features of one sentence: those that ask whether it argues, and those that have a direction. */
export interface SentenceFeatures {
  readonly plain: Features;
  /** Above 0 where the sentence speaks well of what it is about; multiplied by the side of the article. */
  readonly polar: Features;
}

const QUOTES = new Set(['"', '“', '”']);
const LENGTHS = [6, 12, 20, 35];
const STRIDE = 5;

/** One a sentence; neighbours lend theirs at half weight. */
export function sentenceFeatures(reading: Reading): SentenceFeatures[] {
  const own = reading.sentences.map(ownFeatures);
  return own.map(({ plain, polar }, index) => {
    const all: Features = new Map(plain);
    lend(all, own[index - 1]?.plain, '<');
    lend(all, own[index + 1]?.plain, '>');
    return { plain: all, polar };
  });
}

/** Of one sentence, without its neighbours. */
export const ownFeatures = (sentence: SentenceView): SentenceFeatures => ({
  plain: plainFeatures(sentence),
  polar: polarFeatures(sentence),
});

function lend(to: Features, from: Features | undefined, mark: string): void {
  if (!from) to.set(`${mark}edge`, 1);
  else for (const [name, value] of from) if (!name.startsWith('word/')) to.set(mark + name, value / 2);
}

function plainFeatures(sentence: SentenceView): Features {
  const features: Features = new Map();
  addPlace(features, sentence);
  addWords(features, sentence);
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

function addWords(features: Features, { tokens, namesIssue }: SentenceView): void {
  let sinceNegation = REACH + 1;
  let sinceModal = REACH + 1;
  let modal = '';
  tokens.forEach((token, position) => {
    sinceNegation = isNegation(token.lower) ? 0 : sinceNegation + 1;
    sinceModal = MODALS.has(token.lower) ? 0 : sinceModal + 1;
    if (sinceModal === 0) modal = token.lower;
    if (token.kind === 'word' && token.pos !== 'PROPN') features.set(`word/${token.lemma}`, 0.5);
    if (position < 3 && token.kind === 'word') features.set(`start/${token.lower}`, 0.7);
    for (const name of CUES.get(token.lemma) ?? []) {
      features.set(`cue/${name}`, 1);
      if (sinceNegation <= REACH) features.set(`not/${name}`, 1);
      if (sinceModal <= REACH) features.set(`modal/${modal}:${name}`, 1);
      if (namesIssue) features.set(`issue/${name}`, 1);
    }
  });
}

function addShape(features: Features, { tokens, asks, namesIssue }: SentenceView): void {
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

function polarFeatures({ tokens, namesIssue }: SentenceView): Features {
  const features: Features = new Map();
  const words = tokens.flatMap(({ kind, lower }) => (kind === 'punctuation' ? [] : lower));
  const tone = toneOf(words);
  features.set('tone', tone);
  if (namesIssue) features.set('tone/issue', tone);
  let sinceNegation = REACH + 1;
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
