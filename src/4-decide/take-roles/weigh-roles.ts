import type { Reading } from '../reading/reading.ts';
import { type Chain, marginalsOf, scoresOf } from './chain.ts';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.ts';
import { standingFeatures } from './standing-features.ts';

/** Probabilities of pro, con and none, one row a sentence, over both sides that the article may take. */
export function weighRoles(chain: Chain, reading: Reading, proLean: number): number[][] {
  const features = sentenceFeatures(reading);
  const ifPro = standsOf(chain, features, 1);
  const ifCon = standsOf(chain, features, -1);
  return features.map((_, index) => {
    const [proWith = 0, proAgainst = 0, proNone = 0] = ifPro[index]!;
    const [conWith = 0, conAgainst = 0, conNone = 0] = ifCon[index]!;
    return [
      proLean * proWith + (1 - proLean) * conAgainst,
      proLean * proAgainst + (1 - proLean) * conWith,
      proLean * proNone + (1 - proLean) * conNone,
    ];
  });
}

function standsOf(chain: Chain, features: readonly SentenceFeatures[], side: 1 | -1): readonly (readonly number[])[] {
  const scores = features.map((sentence) => scoresOf(chain, standingFeatures(sentence, side)));
  return marginalsOf(scores, chain.transitions).stands;
}
