import { describe, expect, it } from 'vitest';
import { candidateFeatures } from '../../src/4-decide/find-issue/candidate-features.ts';
import { candidatesOf } from '../../src/4-decide/find-issue/candidates.ts';
import { vocabularyOf } from '../../src/4-decide/find-issue/vocabulary.ts';
import { wordFeatures } from '../../src/4-decide/find-issue/word-features.ts';
import type { Features } from '../../src/4-decide/reading/linear.ts';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import { decided } from './analysis.ts';

const read = async (text: string) => readingOf(await decided(text, { givenIssue: 'the ban' }), null, false);

async function featuresOf(text: string, phrase: string): Promise<Features> {
  const reading = await read(text);
  const vocabulary = vocabularyOf(reading, { bias: 0, weights: new Map() });
  for (const sentence of reading.sentences) {
    for (const candidate of candidatesOf(sentence)) {
      const words = sentence.tokens.slice(candidate.from, candidate.to).map(({ lower }) => lower);
      if (words.join(' ') === phrase) return candidateFeatures(candidate, sentence, vocabulary);
    }
  }
  throw new Error(`no candidate: ${phrase}`);
}

const named = (features: Features, prefix: string): string[] =>
  [...features.keys()].filter((name) => name.startsWith(prefix)).sort();

describe('what shows that a word names the issue', () => {
  const text = 'Handguns kill. I oppose the ban on handguns. It rained all week. Do we want the ban?';

  it('counts the sentences that hold it, and those that come down or ask', async () => {
    const words = await read(text).then(wordFeatures);
    const ban = words.get('ban')!;
    expect(ban.get('count')).toBeCloseTo(Math.log(2), 9);
    expect(ban.get('said')).toBeCloseTo(Math.log(2), 9);
    expect(ban.get('asked')).toBeCloseTo(Math.log(2), 9);
    expect(words.get('week')!.get('said')).toBe(0);
  });

  it('knows the word itself, and leaves out those without content', async () => {
    const words = await read(text).then(wordFeatures);
    expect(named(words.get('week')!, 'lemma/')).toEqual(['lemma/week']);
    expect([...words.keys()].filter((stem) => ['the', 'on', 'i', 'it'].includes(stem))).toEqual([]);
  });
});

const LETTERS = 'bcdfghjklmnpqrtvwxyz';

/** A word of five letters, another for each number below 3,200,000. */
const wordOf = (number: number): string =>
  [160_000, 8_000, 400, 20, 1].map((unit) => LETTERS[Math.floor(number / unit) % 20]).join('');

describe('what shows that a phrase names the issue', () => {
  it('is found among more different words than a function can have arguments', async () => {
    const lines = Array.from({ length: 15_000 }, (_, line) =>
      Array.from({ length: 10 }, (_, word) => wordOf(10 * line + word)).join(' '),
    );
    const { spread, most } = vocabularyOf(await read(`${lines.join('. ')}.`), { bias: 0, weights: new Map() });
    expect(spread.size).toBeGreaterThan(130_000);
    expect(most).toBe(Math.max(...[...spread.values()].slice(0, 100)));
  }, 120_000);

  it('keeps a noun that is named like a number apart from it', async () => {
    const features = await featuresOf('They fear the title.', 'the title');
    expect(named(features, 'head/')).toEqual(['head/title']);
    expect(features.has('head-title')).toBe(false);
  });

  it('has the noun before the first preposition for its head', async () => {
    const features = await featuresOf('They fear the ban on cheap handguns.', 'the ban on cheap handguns');
    expect(named(features, 'head/')).toEqual(['head/ban']);
    expect(features.has('tail/chance')).toBe(true);
  });

  it('has no tail when nothing hangs on it', async () => {
    const features = await featuresOf('They fear the ban.', 'the ban');
    expect(features.has('tail/chance')).toBe(false);
  });

  it('sees the verb on either side, and none beyond its reach', async () => {
    const features = await featuresOf('They fear the ban would fail.', 'the ban');
    expect(named(features, 'verb/')).toEqual(['verb/fear']);
    expect(named(features, 'verb-after/')).toEqual(['verb-after/fail']);
    const far = await featuresOf('They fear, as so many of us have, the ban.', 'the ban');
    expect(named(far, 'verb/')).toEqual(['verb/']);
  });
});
