import { findBlocks } from '../../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../../src/2-segment/split-tokens/split-tokens.ts';
import { findNames } from '../../../src/3-annotate/find-names/find-names.ts';
import type { Entity } from '../../../src/article/layers.ts';
import { sourceOf } from '../../../src/article/source-of.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';

const stages = pipeline().use(findBlocks()).use(splitSentences()).use(splitTokens()).use(findNames());

/** The entities of a plain text, in the order of their first mention. */
export async function entitiesIn(text: string): Promise<readonly Entity[]> {
  const outcome = await stages.run(sourceOf(text));
  if (!outcome.kept) throw new Error('rejected');
  return outcome.article.entities;
}
