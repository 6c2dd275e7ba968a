import { CUES, isNegation } from '../reading/cues.ts';
import { type Features, sigmoid } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { toneOf } from '../reading/tone.ts';
import { wellAndIll } from '../reading/well-and-ill.ts';
import type { Weighed, WordScores } from '../weigh-words/weigh-words.ts';
import { addTopicWords } from './topic-words.ts';

/**
 * What a whole article shows of its author's side toward the issue.
 *
 * Proportions, not counts: how much an article evaluates at all differs from one
 * kind of writer to the next and says nothing of the side. And its own words,
 * of which some are spoken more by those for or against whatever is weighed.
 */
export function leanFeatures(reading: Weighed): Features {
  const features: Features = new Map();
  addRatios(features, reading.sentences);
  addSaid(features, reading.sentences);
  addTitle(features, reading.title);
  addTone(features, reading);
  addWords(features, reading);
  addTopicWords(features, reading.sentences);
  if (reading.given) addPhrase(features, reading.issue.words);
  return features;
}

/** Parts of an article in which a proportion is taken. */
const SPOTS: Readonly<Record<string, (sentence: SentenceView) => boolean>> = {
  all: ({ reported }) => !reported,
  issue: ({ namesIssue, reported }) => namesIssue && !reported,
  opinion: ({ sayings, reported }) => !reported && sayings.some(({ side }) => side === 'either'),
  close: ({ closes }) => closes,
  open: ({ place }) => place < 0.25,
};

/** Words that speak well against words that speak ill, where it counts. */
function addRatios(features: Features, sentences: readonly SentenceView[]): void {
  const counts = sentences.map(({ tokens }) => wellAndIll(tokens));
  for (const [spot, holds] of Object.entries(SPOTS)) {
    let [well, ill] = [1, 1];
    sentences.forEach((sentence, index) => {
      if (!holds(sentence)) return;
      well += counts[index]![0];
      ill += counts[index]![1];
    });
    features.set(`ratio/${spot}`, Math.log(well / ill));
  }
}

/** What is said for against what is said against. */
function addSaid(features: Features, sentences: readonly SentenceView[]): void {
  const said = sentences.map(({ sayings }) => sayings);
  for (const [spot, holds] of Object.entries(SPOTS)) {
    const here = said.filter((_, index) => holds(sentences[index]!)).flat();
    const sum = (side: string) => here.reduce((total, one) => total + (one.side === side ? one.weight : 0), 1);
    features.set(`said/${spot}`, Math.log(sum('for') / sum('against')));
  }
  const firm = said.flat().filter(({ weight }) => weight === 3);
  const count = (side: string) => 1 + firm.filter((one) => one.side === side).length;
  features.set('said/outright', Math.log(count('for') / count('against')));
}

function addTitle(features: Features, title: readonly string[]): void {
  for (const word of title) {
    for (const name of CUES.get(word) ?? CUES.get(word.replace(/(?:ing|s|ed)$/, '')) ?? [])
      features.set(`title/${name}`, 1);
    if (isNegation(word)) features.set('title/not', 1);
  }
}

/** A phrase that a person chose tells how it was meant: "the obstruction of …", "expanding support for …". */
function addPhrase(features: Features, words: readonly string[]): void {
  for (const word of words) {
    for (const name of CUES.get(word) ?? CUES.get(word.replace(/(?:ing|s|ed)$/, '')) ?? [])
      features.set(`phrase/${name}`, 1);
  }
  const [first = ''] = words;
  if (first.endsWith('ing')) features.set('phrase/gerund', 1);
  if (/^(?:the|an?)$/.test(first)) features.set(`phrase/${first}`, 1);
  features.set('phrase/tone', 2 * toneOf(words));
}

function addTone(features: Features, { sentences, title }: Reading): void {
  const tones = sentences.map(({ tokens }) =>
    toneOf(tokens.flatMap(({ kind, lower }) => (kind === 'punctuation' ? [] : lower))),
  );
  const mean = (keep: (sentence: SentenceView) => boolean): number => {
    const kept = tones.filter((_, index) => keep(sentences[index]!));
    return kept.length === 0 ? 0 : kept.reduce((sum, tone) => sum + tone, 0) / kept.length;
  };
  features.set('tone/all', 6 * mean(() => true));
  features.set('tone/issue', 6 * mean(({ namesIssue }) => namesIssue));
  features.set('tone/close', 4 * mean(({ closes }) => closes));
  features.set('tone/title', 3 * toneOf(title));
}

/** How many of the sentences that speak most plainly for, and against, are looked at by themselves. */
const PLAINEST = 3;

/** What the words of the sentences say, each counted by how likely it is that they argue at all. */
function addWords(features: Features, { sentences, words }: Weighed): void {
  for (const [spot, holds] of Object.entries(SPOTS)) {
    if (spot !== 'opinion') features.set(`words/${spot}`, 3 * sideOf(words.filter((_, i) => holds(sentences[i]!))));
  }
  const sides = words.map(({ side }) => side).sort((a, b) => a - b);
  const mean = (some: readonly number[]) => some.reduce((sum, side) => sum + side, 0) / Math.max(1, some.length);
  features.set('words/plainest', mean(sides.slice(-PLAINEST)) + mean(sides.slice(0, PLAINEST)));
}

function sideOf(words: readonly WordScores[]): number {
  let [sum, all] = [0, 0];
  for (const { side, argues } of words) {
    const share = sigmoid(argues);
    sum += share * side;
    all += share;
  }
  return all === 0 ? 0 : sum / all;
}
