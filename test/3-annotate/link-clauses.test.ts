import { describe, expect, test } from 'vitest';
import { cases } from '../helpers/cases.ts';
import type { LabelledSpan } from '../helpers/marked.ts';
import { mark, marked } from '../helpers/marked.ts';
import { stanceOf } from './stance-of.ts';

const file = (name: string) => new URL(`../cases/link-clauses/${name}.txt`, import.meta.url);

describe('link-clauses', () => {
  test.each(cases(file('concessions')))('concession: $title', async ({ body }) => {
    const { text } = marked(body);
    const { concessions } = await stanceOf(text);
    const spans = concessions.flatMap(({ conceded, asserted }): LabelledSpan[] => [
      { ...conceded, label: 'conceded' },
      { ...asserted, label: 'asserted' },
    ]);
    expect(mark({ text, spans })).toBe(body);
  });

  test.each(cases(file('conditions')))('condition: $title', async ({ body }) => {
    const { text } = marked(body);
    const { conditions } = await stanceOf(text);
    const spans = conditions.flatMap(({ antecedent, consequent }): LabelledSpan[] => [
      { ...antecedent, label: 'if' },
      { ...consequent, label: 'then' },
    ]);
    expect(mark({ text, spans })).toBe(body);
  });
});

describe('measure-stance', () => {
  test('counts markers and words of each voice apart', async () => {
    const { profile } = await stanceOf('Perhaps it rains. Critics say that the plan might fail.');
    expect(profile.author.kinds.hedge.count).toBe(1);
    expect(profile.other.kinds.hedge.count).toBe(1);
    expect(profile.author.words + profile.other.words).toBe(10);
    expect(profile.other.kinds.hedge.perThousand).toBe(Math.round(100_000 / profile.other.words) / 100);
  });
});
