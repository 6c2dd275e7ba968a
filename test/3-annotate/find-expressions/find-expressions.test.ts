import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../../src/2-segment/split-tokens/split-tokens.ts';
import { dateOf } from '../../../src/3-annotate/find-expressions/dates.ts';
import { findExpressions } from '../../../src/3-annotate/find-expressions/find-expressions.ts';
import { numberOf } from '../../../src/3-annotate/find-expressions/numbers.ts';
import type { Expression } from '../../../src/article/layers.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { cases } from '../../helpers/cases.ts';
import { mark, marked } from '../../helpers/marked.ts';
import { sourceOf } from '../../helpers/source.ts';

const stages = pipeline().use(findBlocks()).use(splitSentences()).use(splitTokens()).use(findExpressions());

async function expressionsIn(text: string, published: string | null = null): Promise<readonly Expression[]> {
  const outcome = await stages.run(sourceOf(text, { published }));
  if (!outcome.kept) throw new Error('rejected');
  return outcome.article.expressions;
}

describe('find-expressions', () => {
  test.each(cases(new URL('../../cases/find-expressions/expressions.txt', import.meta.url)))(
    '$title',
    async ({ body }) => {
      const { text } = marked(body);
      const found = await expressionsIn(text);
      const spans = found.map(({ start, end, kind, value }) => ({ start, end, label: `${kind}=${value}` }));
      expect(mark({ text, spans })).toBe(body);
    },
  );

  test.each([
    ['See https://example.org/a?b=1 for more.', 'url', 'https://example.org/a?b=1'],
    ['Write to a@example.org today, please.', 'email', 'a@example.org'],
    ['It starts at 3:30 p.m. there.', 'time', '15:30'],
  ])('%s', async (text, kind, value) => {
    expect((await expressionsIn(text)).find((found) => found.kind === kind)?.value).toBe(value);
  });
});

describe('dates relative to the article', () => {
  test.each([
    ['last May', '2019-05'],
    ['last November', '2018-11'],
    ['next March', '2020-03'],
    ['two years ago', '2017'],
    ['three months ago', '2019-07'],
    ['last year', '2018'],
    ['last week', '2019-W41'],
    ['yesterday', '2019-10-16'],
    ['last Monday', '2019-10-14'],
    ['next Friday', '2019-10-18'],
    ['October 14', '2019-10-14'],
    ['Dec. 30', '2019-12-30'],
    ['Monday', null],
    ['May', null],
  ])('%s, said on Thursday 17 October 2019', (text, value) => {
    expect(dateOf(text, '2019-10-17')).toBe(value);
    expect(dateOf(text, null)).toBeNull();
  });

  test('a year is crossed', () => {
    expect(dateOf('two months ago', '2020-01-05')).toBe('2019-11');
    expect(dateOf('Dec. 30', '2020-01-05')).toBe('2019-12-30');
  });

  test('in the pipeline', async () => {
    const found = await expressionsIn('It began last May, two years ago.', '2019-10-17');
    expect(found.map(({ value }) => value)).toEqual(['2019-05', '2017']);
  });
});

describe('numbers', () => {
  test.each([
    ['3.5 billion', '3500000000'],
    ['1.25 million', '1250000'],
    ['0.1', '0.1'],
    ['twenty-five', '25'],
    ['two hundred and six thousand', '206000'],
    ['a dozen', '12'],
    ['several', null],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});
