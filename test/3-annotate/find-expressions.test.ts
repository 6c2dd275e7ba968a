import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { findExpressions } from '../../src/3-annotate/find-expressions/find-expressions.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { cases } from '../helpers/cases.ts';

const stages = pipeline().use(findBlocks()).use(splitSentences()).use(splitTokens()).use(findExpressions());

async function expressionsOf(text: string, published: string | null = null) {
  const outcome = await stages.run(sourceOf(text, { published }));
  if (!outcome.kept) throw new Error('rejected');
  return outcome.article.expressions;
}

/** `⟦kind=value:words⟧` around each expression; values may hold colons, so the last one parts them. */
async function shown(text: string): Promise<string> {
  let out = '';
  let from = 0;
  for (const { start, end, kind, value } of await expressionsOf(text)) {
    out += `${text.slice(from, start)}⟦${kind}=${value}:${text.slice(start, end)}⟧`;
    from = end;
  }
  return out + text.slice(from);
}

describe('find-expressions', () => {
  test.each(cases(new URL('../cases/find-expressions/expressions.txt', import.meta.url)))(
    '$title',
    async ({ body }) => {
      const text = body.replace(/⟦\w+=(?:[^⟧]*):([^:⟧]*)⟧/g, '$1');
      expect(await shown(text)).toBe(body);
    },
  );

  test.each([
    ['It happened last May.', '2019-10-14', '2019-05'],
    ['It happened two years ago.', '2019-10-14', '2017'],
    ['It happened yesterday.', '2019-03-01', '2019-02-28'],
    ['It happened last year.', '2019-10-14', '2018'],
    ['It happened last May.', null, null],
    ['It happened two years ago.', null, null],
    ['It happened 225 million years ago.', '2019-10-14', null],
  ])('%s, published %s, is %s', async (text, published, value) => {
    expect((await expressionsOf(text, published)).map((e) => e.value)).toEqual([value]);
  });
});
