import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { loadRuntime } from '../../../src/4-decide/encoder/runtime.ts';
import { sentenceScores } from '../../../src/4-decide/encoder/sentence-scores.ts';
import { windowsOf } from '../../../src/4-decide/encoder/windows.ts';
import { sourceOf } from '../../../src/article/source-of.ts';
import { hasEncoder } from '../../helpers/encoder.ts';

/** What train/encoder/export.py got from Hugging Face's tokenizer and the native runtime. */
interface Expected {
  readonly id: string;
  readonly issue: string;
  readonly texts: readonly string[];
  readonly opens: readonly boolean[];
  /** Pieces of each window; the first begins with an empty title. */
  readonly windows: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
}

const fixture = JSON.parse(readFileSync(new URL('scores.fixture.json', import.meta.url), 'utf8')) as Expected[];
/** Of a logit between -4 and 4: what two runtimes may differ by through rounding to 8 bits, layer after layer. */
const NEAR = 0.3;

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
  test.each(fixture)('cuts $id into the windows that it learnt from', async ({ issue, texts, windows }) => {
    const { pieces } = await loadRuntime();
    expect(windowsOf(pieces, issue, ['', ...texts]).map(({ ids }) => ids)).toEqual(windows);
  });

  test.each(fixture)('scores $id as the native runtime does', async (expected) => {
    const scores = await sentenceScores(await loadRuntime(), articleOf(expected));
    scores.forEach(({ stands, side, vote, weight }, index) => {
      [...stands, side, vote, weight].forEach((score, column) => {
        expect(Math.abs(score - expected.scores[index]![column]!)).toBeLessThan(NEAR);
      });
    });
  });

  it('knows pieces of words it has not met, without their accents', async () => {
    const { pieces } = await loadRuntime();
    expect(windowsOf(pieces, '', ['Café'])[0]!.ids).toEqual([101, 102, 7668, 102]);
  });
});

describe('the windows of an article', () => {
  const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0) + 1000);

  it('hold whole sentences, each behind the issue', () => {
    const windows = windowsOf(letters, 'tax', ['a'.repeat(70), 'b'.repeat(70), 'c'.repeat(30)]);
    expect(windows.map(({ spans }) => spans)).toEqual([
      [[5, 75]],
      [
        [5, 75],
        [75, 105],
      ],
    ]);
    for (const { ids, second } of windows) expect(ids.slice(0, second)).toEqual([101, ...letters('tax'), 102]);
  });

  it('hold the first and last pieces of a sentence that is too long', () => {
    const [window] = windowsOf(letters, '', [`${'a'.repeat(200)}${'b'.repeat(200)}`]);
    expect(window!.spans).toEqual([[2, 98]]);
    expect(window!.ids.filter((id) => id === letters('a')[0])).toHaveLength(48);
  });

  it('are sought in no more than both ends of a run without a space', () => {
    let longest = 0;
    windowsOf(
      (text) => {
        longest = Math.max(longest, text.length);
        return letters(text);
      },
      '',
      ['x'.repeat(1_000_000)],
    );
    expect(longest).toBeLessThan(5000);
  });

  it('give an empty sentence a place of its own', () => {
    expect(windowsOf(letters, '', [' \n ', 'a'])[0]!.spans).toEqual([
      [2, 3],
      [3, 4],
    ]);
  });
});
