import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { stretchesOf } from '../../src/3-annotate/find-names/decode.ts';
import { tagger } from '../../src/3-annotate/find-names/tagger.ts';
import { readTagged, type TaggedSentence } from '../../train/names/bio.ts';
import floors from '../../train/names/floors.json' with { type: 'json' };
import { readGold } from '../../train/names/gold.ts';
import { f1, sum, type Tallies, tallySentence } from '../../train/names/score.ts';
import { hasShared, SHARED } from '../helpers/shared.ts';

const ALL_TYPES = new Set([0, 1, 2, 3, 4, 5, 6]);

/** `corpora/` is in the repository, the rest in the folder beside it. */
const isHere = (name: string): boolean => name.startsWith('corpora/');
const HERE = fileURLToPath(new URL('../../', import.meta.url));

async function read(name: string): Promise<TaggedSentence[][]> {
  if (name.endsWith('.tsv')) return readTagged(SHARED + name);
  return (await readGold((isHere(name) ? HERE : SHARED) + name, 1)).map(({ sentences, allowed }) =>
    sentences.map((words, s) => ({ words, names: stretchesOf(allowed[s]!.map(Math.log2)) })),
  );
}

/** Floors stand a point below what docs/model-card-names.md reports. */
describe('names do not get worse', () => {
  test.for(Object.entries(floors))('%s', async ([name, floor], { skip }) => {
    skip(!hasShared && !isHere(name), 'needs ../shared');
    const tag = tagger();
    const tallies = (await read(name)).flatMap((sentences): Tallies[] => {
      const found = tag(sentences.map(({ words }) => words));
      return sentences.map(({ names }, s) => tallySentence(names, found[s]!, ALL_TYPES));
    });
    for (const [what, least] of Object.entries(floor))
      expect(f1(sum(tallies.map((own) => own[what as keyof Tallies]))), what).toBeGreaterThanOrEqual(least);
  });
});
