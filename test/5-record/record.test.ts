import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { columnsDocument, dictionary } from '../../src/5-record/dictionary.ts';
import { problemsOf } from '../../src/5-record/problem-line.ts';
import type { RecordLayer } from '../../src/5-record/record.ts';
import { recordOf } from '../../src/5-record/record-of.ts';
import { parseRecord } from '../../src/5-record/schema.ts';
import { contextOf } from '../../src/5-record/tables/words.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import { articleOf, handMade } from '../helpers/record.ts';

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
  expect(() => parseRecord(JSON.stringify({ ...record, text: 'cut' }))).toThrow(/not in the text/);
});

test('problems become a sentence each and know their document', () => {
  const record = recordOf(articleOf({ id: 'x' }), [
    { stage: 's', problem: { code: 'unclosed-quotation', at: { start: 3, end: 4 } } },
  ]);
  expect(problemsOf(record)).toEqual([
    {
      path: 'park.txt',
      item: null,
      archive: null,
      article: 'x',
      stage: 's',
      code: 'unclosed-quotation',
      message: expect.stringContaining('opens at 3'),
    },
  ]);
});

const cellsOf = (name: string, record = handMade()) => {
  const table = TABLES.find((one) => one.name === name)!;
  return [...table.rows(record)].map((row) =>
    Object.fromEntries(table.columns.map((column) => [column.header, column.value(row)])),
  );
};

test('the articles table says in one line what is argued', () => {
  expect(cellsOf('articles')).toEqual([
    expect.objectContaining({
      in_short: 'Side unclear, perhaps for “the park”: 2 sentences for it, 1 against',
      main_pro: 'The park clearly pays for the schools of Minsk.',
      main_con: 'Ada Obi warned that it may drain the villages.',
      conclusion: 'Still, we should keep it.',
      booster_per_1000: 37.037,
    }),
  ]);
});

test('the articles table shows how the article closes, headings left out', () => {
  const record = handMade();
  const words = (index: number) => record.text.slice(record.sentences[index]!.start, record.sentences[index]!.end);
  const last = record.sentences.length - 1;
  expect(cellsOf('articles', record)[0]!['closing_words']).toBe(`${words(last - 1)} ${words(last)}`);
});

test('a main point is neither a heading nor the conclusion', () => {
  const record = handMade();
  const headed = { ...record, blocks: record.blocks.map((block) => ({ ...block, kind: 'heading' as const })) };
  expect(cellsOf('articles', record)[0]!['main_pro']).not.toBe('Still, we should keep it.');
  expect(cellsOf('articles', headed)[0]!['closing_words']).toBe('');
});

test('one sentence is not called several', () => {
  const record = { ...handMade(), balance: { ...handMade().balance, pro: 1 } };
  expect(cellsOf('articles', record)[0]!['in_short']).toBe(
    'Side unclear, perhaps for “the park”: 1 sentence for it, 1 against',
  );
});

test('the balance lists the points in the order of the text, each with whose it is and whether it is the verdict', () => {
  const rows = cellsOf('balance').map((row) => ['number', 'side', 'whose', 'in_verdict'].map((header) => row[header]));
  expect(rows).toEqual([
    [1, 'pro', 'Jo Writer', false],
    [2, 'con', 'Ada Obi', false],
    [3, 'pro', 'Jo Writer', true],
  ]);
});

test('a point that later sentences say again shows how often, and where others stand between', () => {
  const record = handMade();
  const [first] = record.balance.points;
  const points = [
    { ...first!, sentences: [0, 3] },
    { ...first!, sentences: [0, 1] },
  ];
  const rows = cellsOf('balance', { ...record, balance: { ...record.balance, points } });
  expect(rows.map((row) => [row['times_said'], row['sentences'], row['point']])).toEqual([
    [2, '1; 4', 'The park clearly pays for the schools of Minsk. […] Still, we should keep it.'],
    [2, '1; 2', 'The park clearly pays for the schools of Minsk. Ada Obi warned that it may drain the villages.'],
  ]);
});

test.each([
  ['“It eats the bank, and nobody pays.”', 'quoted, speaker unclear'],
  ['"It eats the bank," and "nobody pays."', 'quoted, speaker unclear'],
  ['They call it “progress” and send us the bill.', 'Jo Writer'],
  ['We are told that ⟦content:nobody pays⟧.', 'reported, speaker unclear'],
  ['“We pay,” said ⟦speaker:⟦person:Ada Obi⟧⟧, ⟦content:“every day.”⟧', 'Ada Obi'],
])('%s: whose point that is', (words, whose) => {
  expect(cellsOf('balance', handMade({ sentences: [['con', words]] }))[0]!['whose']).toBe(whose);
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
