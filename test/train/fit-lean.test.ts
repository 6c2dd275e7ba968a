import { describe, expect, it } from 'vitest';
import { fitLean, type LeanRow } from '../../train/roles/models.ts';

/** As many articles of a source, all in its manner of writing, that lean so. */
const rows = (source: LeanRow['source'], manner: string, pro: number, con: number): LeanRow[] =>
  [...Array<number>(pro).fill(1), ...Array<number>(con).fill(0)].map((target) => ({
    source,
    target,
    features: new Map([
      [manner, 1],
      ['well', target],
    ]),
  }));

describe('the lean learnt from several sources', () => {
  const model = fitLean([...rows('gold', 'columns', 30, 10), ...rows('essays', 'plain', 10, 30)]);

  it('is not told by the manner of writing of a source, however its authors lean', () => {
    expect(model.weights.get('columns')).toBeCloseTo(model.weights.get('plain')!, 2);
  });

  it('is told by what both sources have in common', () => {
    expect(model.weights.get('well')).toBeGreaterThan(0.5);
  });

  it('learns nothing from articles that come down on neither side', () => {
    const balanced: LeanRow[] = [{ source: 'gold', target: 0.5, features: new Map([['well', 9]]) }];
    const again = fitLean([...rows('gold', 'columns', 30, 10), ...rows('essays', 'plain', 10, 30), ...balanced]);
    expect(again).toEqual(model);
  });
});
