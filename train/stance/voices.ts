import { featuresOf, sightsOf } from '../../src/3-annotate/take-voices/features.ts';
import type { Layers } from '../../src/article/layers.ts';
import type { Span } from '../../src/article/span.ts';
import { bytesOf } from '../write-model.ts';
import type { GoldArticle } from './gold.ts';
import { type Example, trainLogistic } from './logistic.ts';
import { overlap } from './score.ts';

/** Rows whose weights lie below this are left out. */
const SMALLEST = 0.01;

/** Strength of the penalty on squared weights; chosen by cross-validation. */
const PENALTY = 30;

/** What is reported in an article. */
export type Reported = Pick<Layers, 'attributions' | 'reports'>;

/**
 * The model that decides whose point a sentence is, as bytes.
 *
 * @param reported what is found in each article, by a model that has not seen it
 */
export const trainVoices = (articles: readonly GoldArticle[], reported: readonly Reported[]): Uint8Array =>
  bytesOf(
    trainLogistic(
      articles.flatMap((one, i) => examplesOf(one, reported[i]!)),
      PENALTY,
    ),
    SMALLEST,
  );

/** One example a sentence that has a voice in the gold: another's when one of the gold sentences closest to it is. */
function examplesOf({ gold, article }: GoldArticle, reported: Reported): Example[] {
  const scene = { ...article, ...reported };
  const sights = sightsOf(scene);
  const others = new Map<number, boolean>();
  for (const sentence of gold.sentences) {
    const at = closest(article.sentences, sentence);
    others.set(at, others.get(at) || sentence.voice === 'other');
  }
  return [...others].map(([at, yes]) => ({ features: featuresOf(scene, sights, at), yes, weight: 1 }));
}

/** Which of the sentences shares most with this one; the first of equals. */
export function closest(sentences: readonly Span[], sentence: Span): number {
  let best = 0;
  sentences.forEach((one, i) => {
    if (overlap(one, sentence) > overlap(sentences[best]!, sentence)) best = i;
  });
  return best;
}
