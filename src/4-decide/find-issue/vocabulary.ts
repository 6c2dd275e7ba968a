import type { Token } from '../../article/layers.ts';
import { isContent, stemOf } from '../reading/issue-words.ts';
import { type Linear, logitOf, sigmoid } from '../reading/linear.ts';
import type { Reading } from '../reading/reading.ts';
import { candidatesOf } from './candidates.ts';
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

/** Content words of a phrase, joined by their stems. */
export const keyOf = (content: readonly Token[]): string => content.map(({ lower }) => stemOf(lower)).join(' ');
