import { describe, expect, it } from 'vitest';
import { type Candidate, candidatesOf } from '../../src/4-decide/find-issue/candidates.ts';
import { readingOf, type SentenceView } from '../../src/4-decide/reading/reading.ts';
import { decided } from './analysis.ts';

async function sentenceOf(text: string): Promise<SentenceView> {
  return readingOf(await decided(text, { givenIssue: 'the ban' }), 'the ban', true).sentences[0]!;
}

const wordsOf = ({ tokens }: SentenceView, { from, to }: Candidate): string =>
  tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');

/** How many tokens are looked at to find the candidates of a sentence. */
async function looksOf(text: string): Promise<number> {
  const sentence = await sentenceOf(text);
  let looks = 0;
  const tokens = new Proxy(sentence.tokens, {
    get(target, key, receiver) {
      if (/^\d+$/.test(String(key))) looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  candidatesOf({ ...sentence, tokens });
  return looks;
}

describe('candidates for the issue', () => {
  it('are noun phrases with and without what follows them', async () => {
    const sentence = await sentenceOf('They fear the ban on handguns in cities.');
    expect(candidatesOf(sentence).map((candidate) => wordsOf(sentence, candidate))).toEqual(
      expect.arrayContaining(['the ban', 'the ban on handguns', 'the ban on handguns in cities', 'handguns']),
    );
  });

  it.each([
    ['They like the idea, IT-country or not.', ['the idea', 'it - country'], ['- country']],
    ['They fear a ban - new rules are near.', ['a ban', 'new rules'], ['a ban - new rules']],
    ["They say that it's politics for the city's reform.", ['politics', "the city 's reform"], ["'s politics"]],
  ])('hold whole words, and stop at a dash: %s', async (text, whole, torn) => {
    const sentence = await sentenceOf(text);
    const found = candidatesOf(sentence).map((candidate) => wordsOf(sentence, candidate));
    expect(found).toEqual(expect.arrayContaining(whole));
    for (const piece of torn) expect(found).not.toContain(piece);
  });

  it('are never a list without end', async () => {
    const sentence = await sentenceOf(`They fear the ${'steel '.repeat(40)}ban.`);
    expect(candidatesOf(sentence).filter(({ from, to }) => to - from > 20)).toEqual([]);
  });

  it.each(['banning ', 'steel ', 'the ', 'of steel '])('are found in linear time: %s', async (piece) => {
    const [short, long] = [await looksOf(`${piece.repeat(400)}ends.`), await looksOf(`${piece.repeat(1600)}ends.`)];
    expect(long / short).toBeLessThan(4.5);
  });
});
