import { describe, expect, test } from 'vitest';
import type { Attribution } from '../../src/article/layers.ts';
import { cases } from '../helpers/cases.ts';
import { type LabelledSpan, mark, marked } from '../helpers/marked.ts';
import { stanceOf } from './stance-of.ts';

const spansOf = ({ source, cue, content }: Attribution): LabelledSpan[] => [
  ...(source ? [{ start: source.start, end: source.end, label: 'source' }] : []),
  ...(cue ? [{ ...cue, label: 'cue' }] : []),
  { ...content, label: 'content' },
];

const person = (id: string, text: string, name: string) => {
  const start = text.indexOf(name);
  const mentions = [{ start, end: start + name.length, by: 'test/known' }];
  return { id, name, type: 'person' as const, mentions, descriptions: [], salience: 1 };
};

describe('find-attributions', () => {
  test.each(cases(new URL('../cases/find-attributions/attributions.txt', import.meta.url)))(
    '$title',
    async ({ body }) => {
      const { text } = marked(body);
      const { attributions } = await stanceOf(text);
      expect(mark({ text, spans: attributions.flatMap(spansOf) })).toBe(body);
    },
  );

  test('each sentence of a long quotation is one, and keeps its voice', async () => {
    const text = 'Senator Roe said, “The bridge is old. It will fall. Nobody cares.” The road is new.';
    const { attributions, voices } = await stanceOf(text);
    expect(attributions.map(({ source }) => source !== null)).toEqual([true, false, false]);
    expect(voices.map(({ voice }) => voice)).toEqual(['other', 'other', 'other', 'author']);
    expect(voices[1]!.holder).toMatchObject({ start: 0, end: 11 });
  });

  test('a source is linked to its entity, a pronoun to the last name that fits', async () => {
    const text = 'Ann Lee said that the bridge was old. She said that it would fall.';
    const { attributions } = await stanceOf(text, [person('e1', text, 'Ann Lee')]);
    expect(attributions.map(({ source }) => source?.entity)).toEqual(['e1', 'e1']);
  });

  test('a quotation that never closes ends with its block', async () => {
    const { attributions } = await stanceOf('Senator Roe said, “The bridge is old.\n\nThe road is new.');
    expect(Math.max(...attributions.map(({ content }) => content.end))).toBeLessThanOrEqual(37);
  });

  test('time grows with the text, not faster', async () => {
    for (const piece of [
      '“A” ',
      'However, he said that "it is ',
      "'a ' b ",
      'as he said, ',
      'claim that ',
      'if we, but they, ',
      '"',
      "''",
    ]) {
      const times: number[] = [];
      for (const count of [500, 4000]) {
        const before = process.cpuUsage();
        await stanceOf(piece.repeat(count));
        times.push(process.cpuUsage(before).user + 20_000);
      }
      expect(times[1]! / times[0]!, piece).toBeLessThan(40);
    }
  });
});
