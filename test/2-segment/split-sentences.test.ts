import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { cases } from '../helpers/cases.ts';
import { mark, marked } from '../helpers/marked.ts';

const segment = pipeline().use(findBlocks()).use(splitSentences());

describe('split-sentences', () => {
  test.each(cases(new URL('../cases/split-sentences/boundaries.txt', import.meta.url)))('$title', async ({ body }) => {
    const { text } = marked(body);
    const outcome = await segment.run(sourceOf(text));
    if (!outcome.kept) throw new Error('rejected');
    expect(mark({ text, spans: outcome.article.sentences.map((s) => ({ ...s, label: 's' })) })).toBe(body);
  });

  test("a user's abbreviations stand inside sentences", async () => {
    const own = pipeline()
      .use(findBlocks())
      .use(splitSentences({ abbreviations: ['Hptm.'] }));
    const outcome = await own.run(sourceOf('They met Hptm. Weber. He left.'));
    expect(outcome.kept && outcome.article.sentences).toHaveLength(2);
  });
});
