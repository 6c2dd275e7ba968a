import { describe, expect, it } from 'vitest';
import type { SentenceScores } from '../../../src/4-decide/encoder/sentence-scores.ts';
import { type Weighing, weighArticle } from '../../../src/4-decide/encoder/weigh-article.ts';

const weighing: Weighing = {
  stands: 1,
  side: 0.5,
  light: 0.2,
  bias: [0, 0, 0],
  transitions: [
    [0.2, -0.2, 0],
    [-0.2, 0.2, 0],
    [0, 0, 0.2],
  ],
  lean: { vote: 1, light: 0.5, prior: 0 },
  trust: 1,
  decision: { bias: [1, 1, 1], calibration: [1, 0] },
};

const sentence = (stands: SentenceScores['stands'], side: number, vote = 0): SentenceScores => ({
  stands,
  side,
  vote,
  weight: 0,
});

const unsure = (count: number) => ({ pro: 0.5, roles: Array.from({ length: count }, () => [1 / 3, 1 / 3, 1 / 3]) });

const WITH = [4, 0, 0] as const;
const AGAINST = [0, 4, 0] as const;
const NONE = [0, 0, 4] as const;

describe('weighing an article', () => {
  it('gives probabilities that add up to one', () => {
    const { roles } = weighArticle(weighing, [sentence(WITH, 1), sentence(NONE, -3), sentence(AGAINST, 0)], unsure(3));
    for (const row of roles) expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
  });

  it('reads the sentences by the lean that the votes give', () => {
    const scores = [sentence(WITH, 0, -4), sentence(AGAINST, 0, -4), sentence(NONE, 0, -4)];
    const { pro, roles } = weighArticle(weighing, scores, unsure(3));
    expect(pro).toBeLessThan(0.1);
    expect(roles.map(best)).toEqual([1, 0, 2]);
  });

  it('turns round when every side does', () => {
    const scores = [sentence(WITH, 2, 1), sentence(AGAINST, -1, 0), sentence(NONE, 0, 2)];
    const turned = scores.map((one) => ({ ...one, side: -one.side, vote: -one.vote }));
    const [a, b] = [weighArticle(weighing, scores, unsure(3)), weighArticle(weighing, turned, unsure(3))];
    expect(a.pro).toBeCloseTo(1 - b.pro, 10);
    a.roles.forEach(([pro = 0, con = 0, none = 0], index) => {
      expect([con, pro, none].map(round)).toEqual(b.roles[index]!.map(round));
    });
  });

  it('says what decided the lean, strongest first', () => {
    const { because } = weighArticle(weighing, [sentence(WITH, 1, 3)], unsure(1));
    expect(because[0]).toBe('lean/encoder/vote');
    expect(because).not.toContain('lean/light/words');
  });

  it('reads a sentence by itself where the lean is not trusted', () => {
    const scores = [sentence(WITH, 0, -4), sentence(WITH, 5, -4)];
    const [trusting, wary] = [1, 0].map((trust) => weighArticle({ ...weighing, trust }, scores, unsure(2)));
    expect(trusting!.roles.map(best)).toEqual([1, 1]);
    expect(best(wary!.roles[1]!)).toBe(0);
  });

  it('leans as the light engine where the encoder does not vote', () => {
    const scores = [sentence(WITH, 3), sentence(WITH, 3)];
    const { pro, because } = weighArticle(weighing, scores, { ...unsure(2), pro: 0.2 });
    expect(pro).toBeLessThan(0.5);
    expect(because).toEqual(['lean/light/words']);
  });

  it('stays with the prior where there is no sentence', () => {
    expect(weighArticle(weighing, [], unsure(0))).toMatchObject({ pro: 0.5, roles: [] });
  });

  it('bears scores of any size', () => {
    const { pro, roles } = weighArticle(weighing, [sentence([1e4, -1e4, 0], -1e4, 1e4)], unsure(1));
    expect([pro, ...roles.flat()].every(Number.isFinite)).toBe(true);
  });
});

const best = (row: readonly number[]): number => row.indexOf(Math.max(...row));
const round = (value: number): number => Math.round(value * 1e8);
