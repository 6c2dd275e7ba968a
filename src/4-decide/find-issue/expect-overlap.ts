/** A phrase with the ranker's score, the log of its odds against the article's other phrases. */
export interface Scored {
  readonly phrase: string;
  readonly score: number;
}

/** With the overlap in words that the phrase is expected to have with what a reader would name, 0 to 1. */
export type Expected<T extends Scored> = T & { readonly expected: number };

/** Phrases that can be chosen, and on which the expectation is taken. */
const CONSIDERED = 15;
/** Scores are this much more certain than the ranker, which learns from softened targets; set by cross-validation. */
const SHARPNESS = 2;

const IGNORED = new Set(['the', 'a', 'an', 'of', 'to', 'and', 'in', 'for', 'on', 'by', 'its', 'their']);

const wordSet = (phrase: string): ReadonlySet<string> =>
  new Set((phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !IGNORED.has(word)));

/** Overlap of two phrases in words, as the issue is scored: F1. */
export const overlapOf = (one: string, other: string): number => overlap(wordSet(one), wordSet(other));

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return (2 * common) / Math.max(1, one.size + other.size);
}

/**
 * The likeliest phrases, first the one that has most in common with all of
 * them, each counted by its probability: of "the bill", "the energy bill" and
 * "the Senate's energy bill" the middle one is a good guess whichever is right.
 */
export function byExpectedOverlap<T extends Scored>(scored: readonly T[]): Expected<T>[] {
  const top = [...scored].sort((a, b) => b.score - a.score).slice(0, CONSIDERED);
  const words = top.map(({ phrase }) => wordSet(phrase));
  const chances = top.map(({ score }) => Math.exp(SHARPNESS * (score - top[0]!.score)));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  return top
    .map((one, i) => ({
      ...one,
      expected: words.reduce((sum, other, j) => sum + overlap(words[i]!, other) * (chances[j]! / all), 0),
    }))
    .sort((a, b) => b.expected - a.expected);
}
