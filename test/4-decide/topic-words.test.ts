import { describe, expect, it } from 'vitest';
import type { Features } from '../../src/4-decide/reading/linear.ts';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import { addTopicWords } from '../../src/4-decide/weigh-lean/topic-words.ts';
import { decided } from './analysis.ts';

async function topicsOf(text: string): Promise<Features> {
  const features: Features = new Map();
  addTopicWords(features, readingOf(await decided(text, { givenIssue: 'the toll' }), 'the toll', true).sentences);
  return features;
}

const lengthOf = (features: Features): number => Math.sqrt([...features.values()].reduce((sum, x) => sum + x * x, 0));

describe('the words that an article speaks with', () => {
  it('are content words by their stems; names and function words say nothing of the side', async () => {
    const topics = await topicsOf('The toll would burden every commuter in Geneva, and Brandt knows it.');
    expect([...topics.keys()]).toEqual(expect.arrayContaining(['topic/toll', 'topic/burden', 'topic/commut']));
    expect([...topics.keys()].filter((name) => /topic\/(?:the|and|in|geneva|brandt)$/.test(name))).toEqual([]);
  });

  it('weigh the same in all, however long the piece is', async () => {
    const piece = 'The toll would burden every commuter. Drivers pay twice. ';
    const [short, long] = [await topicsOf(piece), await topicsOf(`${piece}Buses crawl past the depot. `.repeat(9))];
    expect(lengthOf(long)).toBeCloseTo(lengthOf(short), 9);
  });

  it('are none where nothing is said', async () => {
    expect(await topicsOf('It is. And he was.')).toEqual(new Map());
  });
});
