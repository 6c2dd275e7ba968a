import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysis } from '../../pipelines/analysis.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { isInside } from '../../src/article/span.ts';
import { hasShared, SHARED } from '../helpers/shared.ts';

const run = analysis();

/** Words, marks and characters that have broken offsets somewhere: emoji, combining marks, CRLF, quotes, odd spaces. */
const piece = fc.oneof(
  fc.constantFrom(
    'The bill',
    ' may ',
    'fail',
    '. ',
    '.”',
    '“No',
    '!',
    '? ',
    '\r\n',
    '\n\n',
    '\u00a0',
    '\u2028',
    '😀',
    '👍🏽',
    'e\u0301',
    'Erdoğan',
    'Nguyễn',
    'U.S.',
    'No. 8',
    '$3.5 million',
    '\u200b',
    '\ufeff',
    'İstanbul',
    'ﬁne',
    '—',
    '…',
    "it's",
    'Mr. Li said',
    '"',
    "'",
    '\t',
    '\0',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').toWellFormed());

describe('whatever the text', () => {
  test('every stage keeps its promise: spans inside, in order, no character halved', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (body) => (await run.run(sourceOf(body))).kept),
      { numRuns: 300 },
    );
  });

  test('sentences lie in their blocks, tokens in their sentences, and nothing visible is lost', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const outcome = await run.run(sourceOf(body));
        if (!outcome.kept) return;
        const { blocks, sentences, tokens } = outcome.article;
        for (const { block, start, end } of sentences) {
          expect(start).toBeGreaterThanOrEqual(blocks[block]!.start);
          expect(end).toBeLessThanOrEqual(blocks[block]!.end);
        }
        for (const { sentence, start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(sentences[sentence]!.start);
          expect(end).toBeLessThanOrEqual(sentences[sentence]!.end);
        }
        const covered = sentences.map(({ start, end }) => body.slice(start, end)).join('');
        expect(covered.replace(/\s/gu, '')).toBe(body.replace(/\s/gu, ''));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['an empty text', ''],
    ['white space alone', ' \n\t\u00a0\n'],
    ['a lone byte order mark', '\ufeff'],
    ['40,000 dashes', '-'.repeat(40_000)],
    ['100,000 letters', 'a'.repeat(100_000)],
    ['50,000 opening quotation marks', '“'.repeat(50_000)],
    ['20,000 emoji', '😀'.repeat(20_000)],
    ['60,000 full stops with spaces', '. '.repeat(30_000)],
  ])('%s is gone through', async (_, body) => {
    expect((await run.run(sourceOf(body))).kept).toBe(true);
  });
});

describe.skipIf(!hasShared)('on all of ../shared/corpora/texts', () => {
  const folder = join(SHARED, 'corpora');
  const files = hasShared
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (name) => name.endsWith('.txt') && !name.startsWith('archives'),
      )
    : [];

  test('every position slices to text', async () => {
    expect(files.length).toBeGreaterThan(100);
    for (const name of files) {
      const body = readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '');
      const outcome = await run.run(sourceOf(body));
      if (!outcome.kept) throw new Error(`${name} was rejected`);
      for (const token of outcome.article.tokens) expect(isInside(body, token)).toBe(true);
    }
  });
});
