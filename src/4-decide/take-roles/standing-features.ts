import type { Features } from '../reading/linear.ts';
import type { SentenceFeatures } from './sentence-features.ts';

/** Features of a sentence once the side of the article is fixed: its direction counts as with or against that side. */
export function standingFeatures({ plain, polar }: SentenceFeatures, side: 1 | -1): Features {
  const features: Features = new Map(plain);
  for (const [name, value] of polar) features.set(`side/${name}`, value * side);
  features.set(side > 0 ? 'lean/pro' : 'lean/con', 1);
  return features;
}
