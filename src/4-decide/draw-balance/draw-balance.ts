import type { Article } from '../../article/article.ts';
import type { Balance, Point } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { evidenceOf } from './evidence.ts';
import { restatements } from './restatements.ts';

/**
 * The two columns: every sentence that argues, in order, those that restate one
 * point as one line, each with whose point it is, how strongly it is put, on
 * what evidence and under which condition.
 */
export const drawBalance = () =>
  stage({
    name: 'draw-balance',
    needs: ['sentences', 'tokens', 'roles', 'voices', 'markers', 'conditions'],
    adds: ['balance'],
    run: (article) => ({ balance: balanceOf(article) }),
  });

type Weighed = Article<'sentences' | 'tokens' | 'roles' | 'voices' | 'markers' | 'conditions'>;

function balanceOf(article: Weighed): Balance {
  const count = (side: Point['side']): number => article.roles.filter(({ role }) => role === side).length;
  const points = restatements(article).map((sentences) => pointOf(article, sentences));
  return { pro: count('pro'), con: count('con'), both: count('both'), points };
}

function pointOf(article: Weighed, sentences: readonly number[]): Point {
  const first = sentences[0]!;
  const { role } = article.roles[first]!;
  const { voice, holder } = article.voices[first]!;
  return {
    side: role === 'none' ? 'both' : role,
    sentences,
    voice,
    holder: holder ? (holder.entity ?? article.text.slice(holder.start, holder.end)) : null,
    strength: strengthOf(article, sentences),
    evidence: evidenceOf(article, sentences),
    condition: conditionOf(article, sentences),
  };
}

/** Boosters and obligations against hedges, in the sentences of the point. */
function strengthOf({ sentences, markers }: Weighed, indexes: readonly number[]): -1 | 0 | 1 {
  const spans = indexes.map((index) => sentences[index]!);
  const inside = markers.filter(({ start, end }) => spans.some((span) => span.start <= start && end <= span.end));
  const sum = inside.reduce((total, { kind }) => total + (kind === 'hedge' ? -1 : kind === 'booster' ? 1 : 0), 0);
  return Math.sign(sum) as -1 | 0 | 1;
}

function conditionOf({ sentences, conditions }: Weighed, indexes: readonly number[]): number | null {
  const at = conditions.findIndex(({ cue }) =>
    indexes.some((index) => sentences[index]!.start <= cue.start && cue.end <= sentences[index]!.end),
  );
  return at < 0 ? null : at;
}
