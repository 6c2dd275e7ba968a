import type { Reading } from '../reading/reading.ts';
import { type Chain, marginalsOf, scoresOf } from './chain.ts';
import { type Placed, placesOf } from './runs.ts';
import type { SentenceFeatures } from './sentence-features.ts';
import { standingFeatures } from './standing-features.ts';

/**
 * Probabilities of pro, con and none, one row a sentence, over both sides that the article may take.
 *
 * All is weighed toward the core of the issue phrase; a phrase that turns against its core turns the sides at the end.
 */
export function weighRoles(
  chain: Chain,
  reading: Reading,
  features: readonly SentenceFeatures[],
  pro: number,
  places: readonly (Placed | null)[] = placesOf(reading),
): number[][] {
  const turned = reading.issue.sign < 0;
  const proLean = turned ? 1 - pro : pro;
  const ifPro = standsOf(chain, features, 1);
  const ifCon = standsOf(chain, features, -1);
  return features.map((_, index) => {
    const [proWith = 0, proAgainst = 0, proNone = 0] = ifPro[index]!;
    const [conWith = 0, conAgainst = 0, conNone = 0] = ifCon[index]!;
    const weighed = [
      proLean * proWith + (1 - proLean) * conAgainst,
      proLean * proAgainst + (1 - proLean) * conWith,
      proLean * proNone + (1 - proLean) * conNone,
    ];
    const [forCore = 0, against = 0, none = 0] = withPlace(weighed, places[index] ?? null);
    return turned ? [against, forCore, none] : [forCore, against, none];
  });
}

/** How much the build of the article counts against what the sentences say: odds for its side, and against the rest. */
const FOR_ITS_SIDE = 6;
const AGAINST_THE_REST = 1 / 6;

function withPlace([pro = 0, con = 0, none = 0]: readonly number[], place: Placed | null): number[] {
  if (!place) return [pro, con, none];
  const turned = [
    pro * (place.side === 'pro' ? FOR_ITS_SIDE : AGAINST_THE_REST),
    con * (place.side === 'con' ? FOR_ITS_SIDE : AGAINST_THE_REST),
    none * (place.all ? AGAINST_THE_REST : 1),
  ];
  const sum = turned.reduce((total, weight) => total + weight, 0);
  return turned.map((weight) => weight / sum);
}

function standsOf(chain: Chain, features: readonly SentenceFeatures[], side: 1 | -1): readonly (readonly number[])[] {
  const scores = features.map((sentence) => scoresOf(chain, standingFeatures(sentence, side)));
  return marginalsOf(scores, chain.transitions).stands;
}
