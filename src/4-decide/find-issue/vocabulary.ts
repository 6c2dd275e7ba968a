import { contentStems } from '../reading/issue-words.ts';
import { type Linear, logitOf, sigmoid } from '../reading/linear.ts';
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
  /** The phrases to choose from, one list a sentence. */
  readonly candidates: readonly (readonly Candidate[])[];
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
  let most = 1;
  for (const { stems, closes } of sentences) {
    for (const stem of new Set(stems)) {
      if (stem === null) continue;
      const count = (spread.get(stem) ?? 0) + 1;
      spread.set(stem, count);
      most = Math.max(most, count);
      if (closes) close.add(stem);
    }
  }
  const candidates = sentences.map(candidatesOf);
  const phrases = phrasesOf(sentences, candidates);
  const said = sentences.map(({ sayings }) => [...new Set(sayings.map(({ side }) => `said/${side}`))]);
  return {
    chances,
    spread,
    title: contentStems(title),
    close,
    most,
    candidates,
    phrases,
    said,
  };
}

function phrasesOf(sentences: Reading['sentences'], candidates: Vocabulary['candidates']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stems, index } of sentences) {
    for (const { from, to, tails } of candidates[index]!) {
      if (tails > 0) continue;
      const key = keyOf(stems.slice(from, to));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Content words of a phrase, joined by their stems. */
export const keyOf = (stems: SentenceView['stems']): string => stems.filter((stem) => stem !== null).join(' ');
