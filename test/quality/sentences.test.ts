import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { type Gold, readGold } from '../../src/score/gold.ts';

const segment = pipeline().use(findBlocks()).use(splitSentences());

/** F1 of the ends of sentences, over all articles of a gold folder. */
async function boundaryF1(golds: readonly Gold[]): Promise<number> {
  let [right, found, wanted] = [0, 0, 0];
  for (const { text, sentences } of golds) {
    const outcome = await segment.run(sourceOf(text));
    if (!outcome.kept) throw new Error('rejected');
    const ends = new Set(outcome.article.sentences.map(({ end }) => end));
    right += sentences.filter(({ end }) => ends.has(end)).length;
    found += ends.size;
    wanted += sentences.length;
  }
  return (2 * right) / (found + wanted);
}

describe('sentence boundaries are right: F1 of 0.98 and more', () => {
  for (const folder of ['corpora/gold', '../shared/gold/dev', '../shared/gold/train', '../shared/gold/roles'])
    test.skipIf(!existsSync(folder))(folder, async () => {
      expect(await boundaryF1(readGold(folder))).toBeGreaterThanOrEqual(0.98);
    });
});
