import { describe, expect, test } from 'vitest';
import { cases } from '../../helpers/cases.ts';
import { mark, marked } from '../../helpers/marked.ts';
import { entitiesIn } from './entities.ts';

describe('find-names', () => {
  test.each(cases(new URL('../../cases/find-names/names.txt', import.meta.url)))('$title', async ({ body }) => {
    const { text } = marked(body);
    const spans = (await entitiesIn(text)).flatMap(({ type, mentions }) =>
      mentions.map(({ start, end }) => ({ start, end, label: type })),
    );
    expect(mark({ text, spans })).toBe(body);
  });

  test('a text without names has no entities', async () => {
    expect(await entitiesIn('nothing here is named.')).toEqual([]);
  });
});

describe('one entity a thing', () => {
  test('a surname and a full name', async () => {
    const entities = await entitiesIn('Angela Merkel spoke in Berlin. Later Merkel left for Paris.');
    expect(entities.filter(({ type }) => type === 'person')).toMatchObject([
      { name: 'Angela Merkel', mentions: [{ start: 0 }, { start: 37 }] },
    ]);
  });

  test('an acronym and the name before it', async () => {
    const entities = await entitiesIn(
      'The Environmental Protection Agency (EPA) acted. In March the EPA withdrew the rule.',
    );
    expect(entities).toHaveLength(1);
    expect(entities[0]!.mentions).toHaveLength(3);
  });

  test('a country and its demonym stay two', async () => {
    const entities = await entitiesIn('The people of Germany are proud. The German people are proud of it.');
    expect(entities.map(({ name, type }) => `${type} ${name}`)).toEqual(['place Germany', 'group German']);
  });

  test('two people of one surname stay two', async () => {
    const entities = await entitiesIn('Hillary Clinton spoke first. Bill Clinton spoke second in Boston.');
    expect(entities.filter(({ type }) => type === 'person')).toHaveLength(2);
  });
});

describe('descriptions', () => {
  test('a title before the name', async () => {
    const entities = await entitiesIn('Then Chancellor Angela Merkel spoke to Prime Minister Tony Blair.');
    expect(entities.map(({ descriptions }) => descriptions)).toEqual([['Chancellor'], ['Prime Minister']]);
  });

  test('an apposition after it', async () => {
    const entities = await entitiesIn('So said Robert Miller, a professor of law at Harvard University, in May.');
    expect(entities[0]).toMatchObject({
      name: 'Robert Miller',
      descriptions: ['professor of law at Harvard University'],
    });
  });

  test('salience adds up to one', async () => {
    const entities = await entitiesIn('Angela Merkel met Tony Blair in Berlin. Merkel smiled.');
    expect(entities.reduce((sum, { salience }) => sum + salience, 0)).toBeCloseTo(1, 2);
  });
});
