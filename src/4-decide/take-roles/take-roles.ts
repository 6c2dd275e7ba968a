import type { Role, SentenceRole } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { type Reading, readingOf, type SentenceView } from '../reading/reading.ts';
import { weighLean } from '../weigh-lean/weigh-lean.ts';
import { namesBothSides } from './both-sides.ts';
import { readChain } from './chain.ts';
import { choose, confidenceOf, readDecision } from './decision.ts';
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
    needs: ['front', 'blocks', 'sentences', 'tokens', 'issue'],
    adds: ['roles'],
    run(article) {
      const reading = readingOf(article, article.issue.phrase);
      return { roles: rolesOf(reading, article.issue.by === 'given') };
    },
  });

function rolesOf(reading: Reading, given: boolean): SentenceRole[] {
  const lean = weighLean(reading, given);
  return weighRoles(CHAIN, reading, lean.pro).map((probabilities, index) => {
    const sentence = reading.sentences[index]!;
    return namesBothSides(sentence.tokens) ? BOTH : roleOf(probabilities, sentence, lean.pro);
  });
}

export const BOTH: SentenceRole = { role: 'both', confidence: BOTH_CONFIDENCE, because: ['names/both-sides'] };

function roleOf(probabilities: readonly number[], sentence: SentenceView, proLean: number): SentenceRole {
  const chosen = choose(DECISION, probabilities);
  const role = ROLES[chosen]!;
  const confidence = confidenceOf(DECISION, probabilities[chosen]!);
  return { role, confidence, because: sentenceReasons(CHAIN, sentence, role, proLean) };
}
