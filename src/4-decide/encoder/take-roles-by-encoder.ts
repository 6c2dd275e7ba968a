import type { Role, SentenceRole, Token } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { READ } from '../reading/reading.ts';
import { namesBothSides } from '../take-roles/both-sides.ts';
import { choose, confidenceOf, type Decision } from '../take-roles/decision.ts';
import { BOTH } from '../take-roles/take-roles.ts';
import type { EncoderEngine } from './encoder-engine.ts';
import { readWeighings, type Weighed } from './weigh-article.ts';

const ROLES: readonly Role[] = ['pro', 'con', 'none'];

/** As `takeRoles`, with a pretrained encoder's reading of each sentence in its place beside the light engine's. */
export const takeRolesByEncoder = (engine: EncoderEngine) => {
  const weighings = readWeighings(new URL('./weighing.json', import.meta.url));
  return stage({
    name: 'take-roles-by-encoder',
    needs: [...READ, 'issue'],
    adds: ['roles'],
    async run(article) {
      const { decision } = weighings[article.issue.by === 'given' ? 'given' : 'found'];
      const weighed = await engine.weigh(article);
      const tokens = tokensBySentence(article.tokens);
      const roles = weighed.roles.map((probabilities, index) =>
        namesBothSides(tokens.get(index) ?? []) ? BOTH : roleOf(decision, probabilities, weighed),
      );
      return { roles };
    },
  });
};

function roleOf(decision: Decision, probabilities: readonly number[], { pro }: Weighed): SentenceRole {
  const chosen = choose(decision, probabilities);
  const role = ROLES[chosen]!;
  const confidence = confidenceOf(decision, probabilities[chosen]!);
  const because = role === 'none' ? [] : [(role === 'pro') === pro >= 0.5 ? 'side-of-article' : 'against-article'];
  return { role, confidence, because: [...because, 'encoder/sentence-in-place'] };
}

function tokensBySentence(tokens: readonly Token[]): Map<number, Token[]> {
  const groups = new Map<number, Token[]>();
  for (const token of tokens) {
    const group = groups.get(token.sentence);
    if (group) group.push(token);
    else groups.set(token.sentence, [token]);
  }
  return groups;
}
