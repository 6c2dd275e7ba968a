import { expect, test } from 'vitest';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';

const stages = pipeline().use(findBlocks()).use(splitSentences()).use(splitTokens());

async function wordsOf(text: string): Promise<string[]> {
  const outcome = await stages.run(sourceOf(text));
  if (!outcome.kept) throw new Error('not kept');
  return outcome.article.tokens.map(({ start, end, kind, pos, lemma }) =>
    [text.slice(start, end), kind, pos, lemma].join('/'),
  );
}

test('an article’s tokens do not depend on the articles before it', async () => {
  const text = "The town's budget covers the fiscal year's beginning, and Zyxland's friends said so.";
  const alone = await wordsOf(text);
  await wordsOf("That was last year's. Nobody asked for (year's) or “Zyxland's.” It was the town's.");
  expect(await wordsOf(text)).toEqual(alone);
});

test('white space is no token, whatever it is', async () => {
  const words = await wordsOf('They\tsmile\u00A0at \t the\u2003bridge.\t');
  expect(words.map((word) => word.split('/')[0])).toEqual(['They', 'smile', 'at', 'the', 'bridge', '.']);
});
