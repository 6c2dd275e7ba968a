import type { Role } from '../../article/layers.ts';
import { type Chain, STANDS } from './chain.ts';
import type { SentenceFeatures } from './sentence-features.ts';
import { standingFeatures } from './standing-features.ts';

const REASONS = 3;
const AGAINST_ALL = 2;
/** What holds for all sentences of an article, or nearly all, tells nobody why this one was decided so. */
const OF_ALL = /^(?:lean|article)\/|^kind\/paragraph$/;

/** What decided, strongest first: the side of the article, then the sentence's own features for the stand it takes. */
export function sentenceReasons(chain: Chain, sentence: SentenceFeatures, role: Role, proLean: number): string[] {
  const side = proLean >= 0.5 ? 1 : -1;
  const withSide = (role === 'pro') === side > 0;
  const stand = STANDS.indexOf(role === 'none' ? 'none' : withSide ? 'with' : 'against');
  const pushes = [...standingFeatures(sentence, side)]
    .map(([name, value]) => ({ name, push: pushOf(chain.weights.get(name), stand) * value }))
    .filter(({ name, push }) => push > 0 && !OF_ALL.test(name))
    .sort((a, b) => b.push - a.push || (a.name < b.name ? -1 : 1));
  const own = pushes.slice(0, REASONS).map(({ name }) => name);
  return role === 'none' ? own : [withSide ? 'side-of-article' : 'against-article', ...own];
}

/** How much more a feature speaks for one stand than for the others on average. */
function pushOf(row: readonly number[] | undefined, stand: number): number {
  if (!row) return 0;
  const others = row.reduce((sum, weight) => sum + weight, 0) - row[stand]!;
  return row[stand]! - others / AGAINST_ALL;
}
