import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { linkClauses } from '../../src/3-annotate/link-clauses/link-clauses.ts';
import { markStance } from '../../src/3-annotate/mark-stance/mark-stance.ts';
import { measureStance } from '../../src/3-annotate/measure-stance/measure-stance.ts';
import { takeVoices } from '../../src/3-annotate/take-voices/take-voices.ts';
import type { Entity } from '../../src/article/layers.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { stage } from '../../src/pipeline/stage.ts';

/** The stance layers of a text in which these names, and no others, are known. */
export async function stanceOf(text: string, entities: readonly Entity[] = []) {
  const known = stage({ name: 'know-names', needs: [], adds: ['entities'], run: () => ({ entities }) });
  const stages = pipeline()
    .use(findBlocks())
    .use(splitSentences())
    .use(splitTokens())
    .use(known)
    .use(findAttributions())
    .use(takeVoices())
    .use(markStance())
    .use(linkClauses())
    .use(measureStance());
  const outcome = await stages.run(sourceOf(text));
  if (!outcome.kept) throw new Error('rejected');
  return outcome.article;
}
