import type { Article } from '../../article/article.ts';
import type { Balance, Point } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { evidenceOf } from './evidence.ts';
import { restatements } from './restatements.ts';

/**
 * The two columns: every sentence of the body that argues, headings aside, in order, those that restate one
 * point as one line, each with whose point it is, how strongly it is put, on
 * what evidence and under which condition.
 */
export const drawBalance = () =>
  stage({
    name: 'draw-balance',
    needs: ['blocks', 'sentences', 'tokens', 'roles', 'voices', 'markers', 'conditions'],
    adds: ['balance'],
    run: (article) => ({ balance: balanceOf(article) }),
  });

type Weighed = Article<'blocks' | 'sentences' | 'tokens' | 'roles' | 'voices' | 'markers' | 'conditions'>;

function balanceOf(article: Weighed): Balance {
  const count = (side: Point['side']): number => article.roles.filter(({ role }) => role === side).length;
  const force = forceOf(article);
  const conditions = firstConditions(article);
  const points = restatements(article).map((sentences) => pointOf(article, sentences, force, conditions));
  return { pro: count('pro'), con: count('con'), both: count('both'), points };
}

function pointOf(
  article: Weighed,
  sentences: readonly number[],
  force: readonly number[],
  conditions: readonly (number | null)[],
): Point {
  const first = sentences[0]!;
  const { role } = article.roles[first]!;
  const { voice, holder } = article.voices[first]!;
  return {
    side: role === 'none' ? 'both' : role,
    sentences,
    voice,
    holder: holder ? (holder.entity ?? article.text.slice(holder.start, holder.end)) : null,
    strength: Math.sign(sentences.reduce((sum, index) => sum + force[index]!, 0)) as -1 | 0 | 1,
    evidence: evidenceOf(article, sentences),
    condition: sentences.map((index) => conditions[index]!).find((condition) => condition !== null) ?? null,
  };
}

/** For each sentence how many boosters it holds more than hedges. */
function forceOf({ sentences, markers }: Weighed): number[] {
  const force = sentences.map(() => 0);
  let at = 0;
  for (const { start, kind } of markers) {
    while (at < sentences.length - 1 && sentences[at]!.end <= start) at++;
    if (kind === 'hedge') force[at]!--;
    if (kind === 'booster') force[at]!++;
  }
  return force;
}

/** For each sentence the index of the first condition whose cue it holds. */
function firstConditions({ sentences, conditions }: Weighed): (number | null)[] {
  const first: (number | null)[] = sentences.map(() => null);
  const order = conditions.map((_, index) => index).sort((a, b) => conditions[a]!.cue.start - conditions[b]!.cue.start);
  let at = 0;
  for (const index of order) {
    const { start } = conditions[index]!.cue;
    while (at < sentences.length - 1 && sentences[at]!.end <= start) at++;
    first[at] ??= index;
  }
  return first;
}
