import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { loadRuntime } from '../../../src/4-decide/encoder/runtime.ts';
import { sentenceScores } from '../../../src/4-decide/encoder/sentence-scores.ts';
import { markedPieces } from '../../../src/4-decide/encoder/text-vector.ts';
import { sourceOf } from '../../../src/article/source-of.ts';
import { hasEncoder } from '../../helpers/encoder.ts';

/** What train/encoder/export.py got from Hugging Face's tokenizer and the native runtime. */
interface Expected {
  readonly id: string;
  readonly issue: string;
  readonly texts: readonly string[];
  readonly opens: readonly boolean[];
  readonly pieces: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
}

const fixture = JSON.parse(readFileSync(new URL('scores.fixture.json', import.meta.url), 'utf8')) as Expected[];
/** Of a logit: what two runtimes may differ by through rounding to 8 bits. */
const NEAR = 0.15;

/** The sentences one a line, each where the fixture has it. */
function articleOf({ texts, opens, issue }: Expected) {
  let block = -1;
  let start = 0;
  const sentences = texts.map((text, index) => {
    if (opens[index]) block++;
    const sentence = { start, end: start + text.length, block };
    start += text.length + 1;
    return sentence;
  });
  const phrase = { phrase: issue, span: null, confidence: 1, alternatives: [], by: 'given' };
  return { ...sourceOf(texts.join('\n')), front: { title: null, authors: [] }, sentences, issue: phrase };
}

describe.skipIf(!hasEncoder)('the encoder', () => {
  test.each(fixture)('cuts $id into the pieces that it learnt from', async ({ texts, pieces }) => {
    const runtime = await loadRuntime();
    expect(texts.map((text) => markedPieces(runtime.pieces, text))).toEqual(pieces);
  });

  test.each(fixture)('scores $id as the native runtime does', async (expected) => {
    const scores = await sentenceScores(await loadRuntime(), articleOf(expected));
    scores.forEach(({ stands, side, vote, weight }, index) => {
      const [a = 0, b = 0, c = 0, d = 0, , e = 0, f = 0] = expected.scores[index]!;
      [...stands, side, vote, weight].forEach((score, column) => {
        expect(Math.abs(score - [a, b, c, d, e, f][column]!)).toBeLessThan(NEAR);
      });
    });
  });

  it('knows pieces of words it has not met, without their accents', async () => {
    const { pieces } = await loadRuntime();
    expect(markedPieces(pieces, 'Café')).toEqual([101, 7668, 102]);
  });
});

describe('the pieces of a text', () => {
  const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0) + 1000);

  it('are the first and last ones of a text that is too long', () => {
    const ids = markedPieces(letters, `${'a'.repeat(200)}${'b'.repeat(200)}`);
    expect(ids).toHaveLength(98);
    expect(ids.filter((id) => id === letters('a')[0])).toHaveLength(48);
  });

  it('are sought in no more than both ends of a run without a space', () => {
    let longest = 0;
    markedPieces((text) => {
      longest = Math.max(longest, text.length);
      return letters(text);
    }, 'x'.repeat(1_000_000));
    expect(longest).toBeLessThan(5000);
  });

  it('are none of an empty text but its marks', () => {
    expect(markedPieces(letters, ' \n ')).toEqual([101, 102]);
  });
});
