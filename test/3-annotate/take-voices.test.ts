import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { takeVoices } from '../../src/3-annotate/take-voices/take-voices.ts';
import type { Layers } from '../../src/article/layers.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { mix, numberOf } from '../../src/linear/hash.ts';
import { LinearModel } from '../../src/linear/model.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { stage } from '../../src/pipeline/stage.ts';
import { bytesOf } from '../../train/write-model.ts';

/** The number of the feature that a sentence holds this lemma. */
const holds = (lemma: string): number => mix(5040, numberOf(lemma), 0, 0);

/** A model that knows two words: "zebra" is surely another's, "yak" a little too little. */
const model = new LinearModel(
  bytesOf(
    {
      labels: 1,
      rows: new Map([
        [holds('zebra'), 0],
        [holds('yak'), 1],
      ]),
      weights: Float64Array.from([5, -3]),
      extra: [],
    },
    0,
  ),
);

/** The voices of a text in which every sentence may report, or those only for which `may` says so. */
async function voicesOf(text: string, may = (_: number): boolean => true) {
  const reported = stage({
    name: 'know-reports',
    needs: ['sentences'],
    adds: ['attributions', 'reports'],
    run: ({ sentences }): Pick<Layers, 'attributions' | 'reports'> => ({
      attributions: [],
      reports: sentences.map((_, i) => ({ chance: may(i) ? 1 : 0, part: 0 })),
    }),
  });
  const stages = pipeline()
    .use(findBlocks())
    .use(splitSentences())
    .use(splitTokens())
    .use(reported)
    .use(takeVoices(model));
  const outcome = await stages.run(sourceOf(text));
  if (!outcome.kept) throw new Error('rejected');
  return outcome.article.voices.map(({ voice }) => voice);
}

describe('take-voices', () => {
  test('a sentence alone is what the model says', async () => {
    expect(await voicesOf('The zebra runs.')).toEqual(['other']);
    expect(await voicesOf('The yak sleeps.')).toEqual(['author']);
  });

  test('a neighbour in the same block raises the score, before and after', async () => {
    expect(await voicesOf('The zebra runs. The yak sleeps.')).toEqual(['other', 'other']);
    expect(await voicesOf('The yak sleeps. The zebra runs.')).toEqual(['other', 'other']);
  });

  test('a neighbour in another block does not', async () => {
    expect(await voicesOf('The zebra runs.\n\nThe yak sleeps.')).toEqual(['other', 'author']);
    expect(await voicesOf('The yak sleeps.\n\nThe zebra runs.')).toEqual(['author', 'other']);
  });

  test('a neighbour that is the author’s raises nothing, nor does one two sentences away', async () => {
    expect(await voicesOf('The yak sleeps. The yak eats.')).toEqual(['author', 'author']);
    expect(await voicesOf('The zebra runs. The yak sleeps. The yak eats.')).toEqual(['other', 'other', 'author']);
  });

  test('no company makes a sentence another’s that does not report', async () => {
    expect(await voicesOf('The zebra runs. The yak sleeps.', (i) => i === 0)).toEqual(['other', 'author']);
  });
});
