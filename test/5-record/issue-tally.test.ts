import { describe, expect, it } from 'vitest';
import { issueKey } from '../../src/5-record/issue-key.ts';
import { issueTally } from '../../src/5-record/issue-tally.ts';
import type { Lean } from '../../src/article/layers.ts';

const record = (phrase: string | null, lean: Lean, published: string | null, names: string[] = [], mentions = 1) => ({
  published,
  issue: { phrase, start: null, end: null, confidence: 0.5, alternatives: [], by: 'test' },
  verdict: { lean, confidence: 0.7, strength: 'plain' as const, sentences: [], because: [] },
  balance: { pro: 3, con: 1, both: 0, points: [] },
  entities: names.map((name, i) => ({
    id: `e${i}`,
    name,
    type: 'person' as const,
    mentions: Array.from({ length: mentions }, () => ({ start: 0, end: 1, by: 'test' })),
    descriptions: [],
    salience: 0,
  })),
});

describe('the key of an issue', () => {
  it.each([
    ['the immigration bill', 'immigration reform'],
    ['the repeal of the death tax', 'the death tax'],
    ['banning fast food', 'fast food'],
    ['privatizing Social Security', 'a plan for Social Security'],
  ])('is the same for "%s" and "%s"', (one, other) => {
    expect(issueKey(one)).toBe(issueKey(other));
  });

  it.each([
    ['the death tax', 'the sugar tax'],
    ['Social Security', 'border security'],
  ])('differs for "%s" and "%s"', (one, other) => {
    expect(issueKey(one)).not.toBe(issueKey(other));
  });
});

describe('issues across an archive', () => {
  const records = [
    record('the death tax', 'con', '2005-09-01', ['Kyl', 'Craig']),
    record('the repeal of the death tax', 'pro', '2005-09-20', ['Kyl']),
    record('the death tax', 'con', '2006-01-05'),
    record('nuclear power', 'pro', null),
    record(null, 'unknown', '2006-01-05'),
  ];
  const summaries = (order: typeof records) => {
    const tally = issueTally();
    for (const one of order) tally.add(one);
    return tally.summaries();
  };

  it('counts articles, leans, points, names and months of each issue', () => {
    expect(summaries(records)[0]).toEqual({
      key: 'death tax',
      issue: 'the death tax',
      articles: 3,
      leans: { pro: 1, con: 2, balanced: 0, unknown: 0 },
      pro: 9,
      con: 3,
      entities: [
        { name: 'Kyl', articles: 2 },
        { name: 'Craig', articles: 1 },
      ],
      months: [
        { month: '2005-09', articles: 2, pro: 1, con: 1 },
        { month: '2006-01', articles: 1, pro: 0, con: 1 },
      ],
    });
  });

  it('names first what more articles name, then what they name more often', () => {
    const named = [
      record('nuclear power', 'pro', null, ['Ada', 'Bo', 'Cy']),
      record('nuclear power', 'pro', null, ['Cy']),
      record('nuclear power', 'pro', null, ['Di'], 3),
    ];
    expect(summaries(named)[0]?.entities.map(({ name }) => name)).toEqual(['Cy', 'Di', 'Ada', 'Bo']);
  });

  it('leaves out what has no issue, and does not mind the order', () => {
    expect(summaries(records)).toHaveLength(2);
    expect(summaries([...records].reverse())).toEqual(summaries(records));
  });
});
