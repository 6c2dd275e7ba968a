import type { Article, Block, BlockKind } from '../../article/article.ts';
import type { Entity } from '../../article/layers.ts';
import type { Group, Mention } from './mention.ts';

/** What one mention counts, by the block it stands in; chosen so that a title outweighs a paragraph's two or three. */
const WEIGHT: Readonly<Record<BlockKind, number>> = {
  title: 3,
  heading: 2,
  byline: 0.5,
  caption: 0.5,
  paragraph: 1,
  quote: 1,
  item: 1,
};
/** The first and the last paragraph say what a piece is about. */
const EDGE = 1.5;

/** Groups as entities; salience is an entity's share of all weighted mentions. */
export function entitiesOf(
  groups: readonly Group[],
  descriptions: readonly (readonly string[])[],
  article: Article<'blocks' | 'sentences'>,
): Entity[] {
  const perBlock = blockWeights(article.blocks);
  const weightOf = ({ sentence }: Mention): number => perBlock[article.sentences[sentence]!.block]!;
  const weights = groups.map(({ mentions }) => mentions.reduce((sum, mention) => sum + weightOf(mention), 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return groups.map(({ type, name, mentions }, i) => ({
    id: `e${i + 1}`,
    name,
    type,
    mentions: mentions.map(({ start, end }) => ({ start, end, by: 'names/tagger' })),
    descriptions: descriptions[i]!,
    salience: Math.round((1000 * weights[i]!) / total) / 1000,
  }));
}

function blockWeights(blocks: readonly Block[]): number[] {
  const first = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const last = blocks.findLastIndex(({ kind }) => kind === 'paragraph');
  return blocks.map(({ kind }, i) => WEIGHT[kind] * (i === first || i === last ? EDGE : 1));
}
