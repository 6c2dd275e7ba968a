import type { Role, SentenceRole } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { READ } from '../reading/reading.ts';
import { type Leaning, leaningOf } from '../weigh-lean/leaning.ts';
import { namesBothSides } from './both-sides.ts';
import { readChain } from './chain.ts';
import { choose, confidenceOf, readDecision } from './decision.ts';
import { placesOf } from './runs.ts';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.ts';
import { sentenceReasons } from './sentence-reasons.ts';
import { weighRoles } from './weigh-roles.ts';

export const CHAIN = readChain(new URL('./roles.weights.json', import.meta.url));
const DECISION = readDecision(new URL('./decision.json', import.meta.url));
const ROLES: readonly Role[] = ['pro', 'con', 'none'];

/** Of the sentences that name both sides, how many the gold calls `both`. */
const BOTH_CONFIDENCE = 0.6;

/**
 * Pro, con, both or none for every sentence: first the side of the article, as a
 * probability, then a sequence over its sentences for either side, then the two
 * weighed together.
 */
export const takeRoles = () =>
  stage({
    name: 'take-roles',
    needs: [...READ, 'issue'],
    adds: ['roles'],
    run(article) {
      return { roles: rolesOf(leaningOf(article)) };
    },
  });

function rolesOf({ reading, lean }: Leaning): SentenceRole[] {
  const places = placesOf(reading);
  const features = sentenceFeatures(reading);
  return weighRoles(CHAIN, reading, features, lean.pro, places).map((probabilities, index) => {
    const sentence = reading.sentences[index]!;
    if (namesBothSides(sentence.tokens)) return BOTH;
    const { because, ...decided } = roleOf(probabilities, features[index]!, lean.pro);
    const place = places[index];
    return { ...decided, because: place && decided.role !== 'none' ? [place.by, ...because] : because };
  });
}

export const BOTH: SentenceRole = { role: 'both', confidence: BOTH_CONFIDENCE, because: ['names/both-sides'] };

function roleOf(probabilities: readonly number[], features: SentenceFeatures, proLean: number): SentenceRole {
  const chosen = choose(DECISION, probabilities);
  const role = ROLES[chosen]!;
  const confidence = confidenceOf(DECISION, probabilities[chosen]!);
  return { role, confidence, because: sentenceReasons(CHAIN, features, role, proLean) };
}
