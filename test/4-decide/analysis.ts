import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { findNames } from '../../src/3-annotate/find-names/find-names.ts';
import { takeVoices } from '../../src/3-annotate/take-voices/take-voices.ts';
import { findIssue } from '../../src/4-decide/find-issue/find-issue.ts';
import { takeRoles } from '../../src/4-decide/take-roles/take-roles.ts';
import { takeVerdict } from '../../src/4-decide/take-verdict/take-verdict.ts';
import type { ArticleSource } from '../../src/article/article.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';

const stages = pipeline()
  .use(findBlocks())
  .use(splitSentences())
  .use(splitTokens())
  .use(findNames())
  .use(findAttributions())
  .use(takeVoices())
  .use(findIssue())
  .use(takeRoles())
  .use(takeVerdict());

/** An article as decided with the layers that this folder's stages need. */
export async function decided(text: string, more: Partial<ArticleSource> = {}) {
  const outcome = await stages.run(sourceOf(text, more));
  if (!outcome.kept) throw new Error(JSON.stringify(outcome.problems));
  return outcome.article;
}
