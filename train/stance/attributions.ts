import { type Candidate, spanOf } from '../../src/3-annotate/find-attributions/candidate.ts';
import { candidatesIn } from '../../src/3-annotate/find-attributions/candidates.ts';
import { featuresOf } from '../../src/3-annotate/find-attributions/features.ts';
import { scenesOf } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { quotationsOf } from '../../src/3-annotate/find-attributions/quotations.ts';
import type { GoldArticle } from './gold.ts';
import { type Example, trainLogistic } from './logistic.ts';
import { jaccard } from './score.ts';
import { bytesOf } from './write-model.ts';

/** The model that decides which candidates are attributions, as bytes. */
export const trainAttributions = (articles: readonly GoldArticle[]): Uint8Array =>
  bytesOf(trainLogistic(articles.flatMap(examplesOf)));

/** One example a candidate: right when a gold content overlaps its content by half. */
export function examplesOf({ article, gold }: GoldArticle): Example[] {
  const { text, sentences, tokens, blocks } = article;
  return scenesOf(text, sentences, tokens, quotationsOf(text, blocks)).flatMap((scene) => {
    const rivals = candidatesIn(scene);
    return rivals.map((candidate: Candidate) => {
      const features: number[] = [];
      featuresOf(scene, candidate, rivals, features);
      const content = spanOf(tokens, candidate.content);
      return { features, yes: gold.attributions.some((one) => jaccard(one.content, content) >= 0.5), weight: 1 };
    });
  });
}
