import type { Features } from '../reading/linear.ts';
import type { SentenceView } from '../reading/reading.ts';

/** What an article's words weigh in all, beside the proportions: set by cross-validation. */
const WEIGHT = 3;

/**
 * The words that an article speaks with, as a vector of length `WEIGHT`, each by the logarithm of how often it occurs.
 * Names are left out: who is spoken of says which paper is read, not on which side the writer is.
 */
export function addTopicWords(features: Features, sentences: readonly SentenceView[]): void {
  const counts = new Map<string, number>();
  for (const { tokens, stems } of sentences) {
    stems.forEach((stem, at) => {
      if (stem !== null && tokens[at]!.pos !== 'PROPN') counts.set(stem, (counts.get(stem) ?? 0) + 1);
    });
  }
  const heights = [...counts].map(([stem, count]) => [stem, 1 + Math.log(count)] as const);
  const length = Math.sqrt(heights.reduce((sum, [, height]) => sum + height * height, 0));
  for (const [stem, height] of heights) features.set(`topic/${stem}`, (WEIGHT * height) / length);
}
