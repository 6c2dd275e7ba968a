import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { columnsDocument, dictionary } from '../../src/5-record/dictionary.ts';
import { problemsOf } from '../../src/5-record/problem-line.ts';
import type { RecordLayer } from '../../src/5-record/record.ts';
import { recordOf } from '../../src/5-record/record-of.ts';
import { parseRecord } from '../../src/5-record/schema.ts';
import { contextOf } from '../../src/5-record/tables/words.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import { articleOf, cellsOf, handMade } from '../helpers/record.ts';

const KEYS =
  'schema id source title authors published language section text blocks sentences entities markers attributions ' +
  'issue verdict expressions concessions conditions profile balance problems';

test('the keys stand in the order of the format, whatever order the layers came in', () => {
  const article = articleOf({});
  const turned = Object.fromEntries(Object.entries(article).reverse()) as typeof article;
  expect(Object.keys(recordOf(article, []))).toEqual(KEYS.split(' '));
  expect(JSON.stringify(recordOf(turned, []))).toBe(JSON.stringify(recordOf(article, [])));
});

test('the scored fields have the names that the format fixes', () => {
  const record = handMade();
  expect(record.sentences[1]).toMatchObject({ role: 'con', voice: 'other', holder: 'e2' });
  expect(record.entities[1]).toMatchObject({ id: 'e2', name: 'Ada Obi', type: 'person' });
  expect(record.text.slice(record.sentences[1]!.holderSpan!.start, record.sentences[1]!.holderSpan!.end)).toBe(
    'Ada Obi',
  );
  expect(record.issue).toMatchObject({ phrase: 'the park', start: null, end: null });
  expect(record.balance).toMatchObject({ pro: 2, con: 1, both: 0 });
});

test('a record of fewer layers has the fields of those only', () => {
  const { markers, entities, ...rest } = articleOf({});
  const keys = Object.keys(recordOf<Exclude<RecordLayer, 'markers' | 'entities'>>(rest, []));
  expect(keys).not.toContain('markers');
  expect(keys).toContain('sentences');
  expect([markers.length, entities.length]).toEqual([5, 2]);
});

test('what was written reads back, and a reader may ignore what it does not know', () => {
  const record = handMade();
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
  expect(parseRecord(JSON.stringify({ ...record, later: 1 }))).toEqual(record);
});

test('a record that is none says where it is wrong', () => {
  const record = handMade();
  expect(() => parseRecord('{}')).toThrow(/^schema/);
  expect(() => parseRecord(JSON.stringify({ ...record, verdict: { ...record.verdict, lean: 'left' } }))).toThrow(
    /^verdict.lean/,
  );
  const broken = (changed: object) => () => parseRecord(JSON.stringify({ ...record, ...changed }));
  expect(broken({ text: 'cut' })).toThrow(/not in the text/);
  const far = { ...record.entities[0]!, mentions: [{ start: 1, end: 999_999, by: 'x' }] };
  expect(broken({ entities: [far] })).toThrow('the positions 1 to 999999 are not in the text');
  expect(broken({ verdict: { ...record.verdict, sentences: [99] } })).toThrow('there is no sentence 99');
  expect(broken({ published: '2004' })).toThrow(/^published: expected an ISO date/);
});

test('problems become a sentence each and know their document', () => {
  const record = recordOf(articleOf({ id: 'x' }), [
    { stage: 's', problem: { code: 'character-run-too-long', at: { start: 3, end: 4 }, limit: 200 } },
  ]);
  expect(problemsOf(record)).toEqual([
    {
      path: 'park.txt',
      item: null,
      archive: null,
      article: 'x',
      stage: 's',
      code: 'character-run-too-long',
      message: expect.stringContaining('From 3 on, a run of more than 200'),
    },
  ]);
});

test('mentions and markers show their words in context', () => {
  expect(cellsOf('mentions').map(({ context }) => context)).toEqual([
    'The park clearly pays for the schools of ⟨Minsk⟩.',
    '⟨Ada Obi⟩ warned that it may drain the villages.',
  ]);
  expect(cellsOf('markers').map(({ kind, text, sentence }) => [kind, text, sentence])).toContainEqual([
    'hedge',
    'may',
    2,
  ]);
});

test('a context never parts a character', () => {
  const text = `x ${'😀'.repeat(40)} may ${'😀'.repeat(40)} y`;
  const start = text.indexOf('may');
  expect(contextOf(text, { start, end: start + 3 }, { start: 0, end: text.length })).toBe(
    contextOf(text, { start, end: start + 3 }, { start: 0, end: text.length }).toWellFormed(),
  );
});

test('the issue that was chosen comes first, then the others', () => {
  expect(cellsOf('candidates').map(({ rank, issue }) => [rank, issue])).toEqual([
    [1, 'the park'],
    [2, 'the villages'],
  ]);
  expect(cellsOf('candidates', handMade({ issue: null })).map(({ rank }) => rank)).toEqual([2]);
});

test('a text without sentences gives rows, not errors', () => {
  const empty = handMade({ sentences: [], issue: null, title: null });
  for (const table of TABLES) {
    for (const row of table.rows(empty)) for (const column of table.columns) column.value(row);
  }
  expect(cellsOf('measures', empty)).toHaveLength(1);
});

test('every column has a unique header in snake_case and a meaning', () => {
  const keys = dictionary.map(({ table, header }) => `${table}.${header}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { header, meaning } of dictionary) {
    expect(header).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(meaning.length).toBeGreaterThan(5);
  }
});

test('docs/columns.md is what `npm run docs` would write', () => {
  expect(readFileSync(new URL('../../docs/columns.md', import.meta.url), 'utf8')).toBe(columnsDocument());
});
