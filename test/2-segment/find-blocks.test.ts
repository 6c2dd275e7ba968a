import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { authorsOf } from '../../src/2-segment/find-blocks/byline.ts';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { mark, marked } from '../helpers/marked.ts';
import { hasShared, SHARED } from '../helpers/shared.ts';

const find = pipeline().use(findBlocks());

async function blocksOf(text: string) {
  const outcome = await find.run(sourceOf(text));
  if (!outcome.kept) throw new Error('rejected');
  return outcome.article;
}

/** Cases here hold blank lines, so each begins at its `# title`. */
const source = readFileSync(new URL('../cases/find-blocks/blocks.txt', import.meta.url), 'utf8');
const cases = source
  .split(/^# /m)
  .slice(1)
  .map((part) => ({ title: part.slice(0, part.indexOf('\n')), body: part.slice(part.indexOf('\n') + 1).trim() }));

describe('find-blocks', () => {
  test.each(cases)('$title', async ({ body }) => {
    const { text } = marked(body);
    const { blocks } = await blocksOf(text);
    expect(mark({ text, spans: blocks.map((block) => ({ ...block, label: block.kind })) })).toBe(body);
  });

  test('takes more lines than a function can have arguments', async () => {
    const { blocks } = await blocksOf('ab\n'.repeat(200_000));
    expect(blocks.length).toBeGreaterThan(0);
  });

  test('takes title and authors from the text where the source has none', async () => {
    const { front } = await blocksOf('On Tolls\n\nBy Ann Lee and Bo Li\n\nThey smile.');
    expect(front).toMatchObject({ title: 'On Tolls', authors: [{ name: 'Ann Lee' }, { name: 'Bo Li' }] });
  });

  test.skipIf(!hasShared)('the model article has its title, headings, caption and byline', async () => {
    const text = readFileSync(`${SHARED}corpora/belarus-hi-tech-park.txt`, 'utf8');
    const { blocks, front } = await blocksOf(text);
    const of = (kind: string) =>
      blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end));
    expect(of('title')).toEqual(['How Hi-Tech Park Creates IT-Country And Forms Belarusian Politics']);
    expect(of('heading')).toEqual(['Pros and cons', 'Redirecting power']);
    expect(of('caption')).toHaveLength(1);
    expect(of('byline')).toHaveLength(1);
    expect(front.authors).toEqual([{ name: 'Artyom Shraibman', role: 'political expert', affiliation: 'TUT.BY' }]);
  });
});

describe('authors of a byline', () => {
  test.each([
    ['By Ann Lee', 'Ann Lee'],
    ['By Ann Lee and Bo Li', 'Ann Lee; Bo Li'],
    ['By Ann Lee, Bo Li and Cy Wu', 'Ann Lee; Bo Li; Cy Wu'],
    ['By ANN LEE, OPINION EDITOR', 'Ann Lee (OPINION EDITOR)'],
    ['By Ann Lee, mayor of Oslo', 'Ann Lee (mayor, Oslo)'],
    ['By Ann Lee, a fellow at the Brookings Institution', 'Ann Lee (fellow, Brookings Institution)'],
    ['By Ann Lee | The Daily Times', 'Ann Lee (The Daily Times)'],
    ['By Ann Lee in London', 'Ann Lee'],
    ['By Ann Lee for CNN', 'Ann Lee (CNN)'],
    ['By Ann Lee Jr., MD', 'Ann Lee Jr.'],
    ['By U.S. Senator Ann Lee', 'Ann Lee (U.S. Senator)'],
    ['By Lauren del Valle', 'Lauren del Valle'],
    ['By Ann “Tania Mae” Lee, columnist', 'Ann “Tania Mae” Lee (columnist)'],
    ['By Earl "Chip" Lee', 'Earl "Chip" Lee'],
    ['By “They smile”', ''],
    ['By Lê Ngọc Phương', 'Lê Ngọc Phương'],
    ['Ann Lee is a professor of law at Yale.', 'Ann Lee (professor of law, Yale)'],
    ['By The Editorial Board', 'The Editorial Board'],
    ['The author is a lawyer.', ''],
    ['They smile.', ''],
  ])('%s', (line, expected) => {
    const told = authorsOf(line).map(({ name, role, affiliation }) => {
      const more = [role, affiliation].filter(Boolean).join(', ');
      return more === '' ? name : `${name} (${more})`;
    });
    expect(told.join('; ')).toBe(expected);
  });
});
