import { isNegation, REACH } from './cues.ts';
import { type Features, type Linear, readLinear } from './linear.ts';

/**
 * How well or ill a stretch of argument speaks of what it is about, learnt from
 * short arguments for and against; see `docs/model-card-roles.md`.
 */
export const TONE: Linear = readLinear(new URL('./tone.weights.json', import.meta.url));

/** Words, negated words and word pairs, each once. */
export function toneFeatures(words: readonly string[]): Features {
  const features: Features = new Map();
  let sinceNegation = REACH + 1;
  let before = '';
  for (const word of words) {
    sinceNegation = isNegation(word) ? 0 : sinceNegation + 1;
    features.set(sinceNegation <= REACH ? `¬${word}` : word, 1);
    if (before !== '') features.set(`${before}_${word}`, 1);
    before = word;
  }
  return features;
}

/** Above 0: speaks well. Scaled so that long and short stretches compare. */
export function toneOf(words: readonly string[], tone: Linear = TONE): number {
  let sum = 0;
  for (const name of toneFeatures(words).keys()) sum += tone.weights.get(name) ?? 0;
  return sum / Math.sqrt(Math.max(4, words.length));
}
