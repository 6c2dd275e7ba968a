import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import { cellText, type Dialect, guard, writeTables } from '../../src/6-write/csv.ts';
import { folder } from '../helpers/folder.ts';
import { hostileText } from '../helpers/hostile.ts';
import { handMade } from '../helpers/record.ts';

/** As docs/spreadsheet.md tells to do it, with NUL, which R's texts cannot hold. */
const unguard = (text: string): string => text.replace(/^'(?='*\s*[=+@\t\r\n\0＝＋－＠-])/, '');

const stream = (records: OpedRecord[]) =>
  async function* () {
    yield* records;
  };
const none = () => [];
const read = (file: string, options = {}) => readFile(file, 'utf8').then((text): string[][] => parse(text, options));

test('each table is a file whose headers are the dictionary’s', async () => {
  const dir = folder();
  const counts = await writeTables(stream([handMade(), handMade({ id: 'a2' })]), none, { dir });
  expect(counts).toMatchObject({ articles: 2, balance: 6, sentences: 8, problems: 0 });
  for (const { name, columns } of TABLES) {
    const [headers] = await read(join(dir, `${name}.csv`));
    expect(headers).toEqual(columns.map(({ header }) => header));
  }
});

test('the semicolon dialect has decimal commas and, when asked, a byte order mark', async () => {
  const dir = folder();
  await writeTables(stream([handMade()]), none, { dir, dialect: 'semicolon', bom: true, tables: ['articles'] });
  const text = await readFile(join(dir, 'articles.csv'), 'utf8');
  expect(text.startsWith('\uFEFFarticle_id;title;')).toBe(true);
  expect(text).toContain(';37,037;');
  expect(await readdir(dir)).toEqual(['articles.csv']);
});

test('columns can be chosen, in one table or in all, and unknown ones are refused', async () => {
  const dir = folder();
  await writeTables(stream([handMade()]), none, { dir, columns: ['articles.title', 'side'] });
  expect((await readdir(dir)).sort()).toEqual(['articles.csv', 'balance.csv']);
  expect(await read(join(dir, 'articles.csv'))).toEqual([['title'], ['The park pays']]);
  const wrong = writeTables(stream([]), none, { dir, columns: ['sied'] });
  await expect(wrong).rejects.toThrow('There is no column "sied"');
});

test('an existing table stops the run and leaves no other behind', async () => {
  const dir = folder();
  await writeTables(stream([]), none, { dir, tables: ['balance'] });
  await expect(writeTables(stream([]), none, { dir })).rejects.toThrow('balance.csv exists already');
  expect(await readdir(dir)).toEqual(['balance.csv']);
});

test('text that would be a formula stays text, and numbers stay numbers', () => {
  expect(cellText('text', '=1+1', 'comma')).toBe("'=1+1");
  expect(cellText('text', ' \t@x', 'comma')).toBe("' \t@x");
  expect(cellText('text', '＝1', 'comma')).toBe("'＝1");
  expect(cellText('integer', -5, 'comma')).toBe('-5');
  expect(cellText('rate', -5.25, 'semicolon')).toBe('-5,25');
  expect(cellText('text', 'a=1', 'comma')).toBe('a=1');
});

test('whatever the text, its guard comes off again and no guarded cell begins like a formula', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(unguard(guard(text))).toBe(text);
      expect(guard(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }),
    { numRuns: 2000 },
  );
});

test('whatever the words, every dialect reads back as the tables say', async () => {
  const dialects = fc.constantFrom<Dialect>('comma', 'semicolon');
  const rounds = fc.asyncProperty(
    hostileText,
    hostileText,
    dialects,
    fc.boolean(),
    async (title, words, dialect, bom) => {
      const safe = words.replaceAll(/[⟦⟧]/g, '');
      const record = handMade({
        title,
        author: title,
        url: title,
        sentences: [
          ['pro', safe],
          ['con', 'b'],
        ],
      });
      const dir = await mkdtemp(join(tmpdir(), 'oped-csv-'));
      await writeTables(stream([record]), none, { dir, dialect, bom });
      const delimiter = dialect === 'comma' ? ',' : ';';
      for (const table of TABLES) {
        const rows = await read(join(dir, `${table.name}.csv`), { delimiter, bom, from: 2, relax_column_count: false });
        const expected = [...table.rows(record)].map((row) =>
          table.columns.map((column) => {
            const value = column.value(row);
            return typeof value === 'number' && dialect === 'semicolon'
              ? String(value).replace('.', ',')
              : String(value ?? '');
          }),
        );
        expect(rows.map((cells) => cells.map(unguard))).toEqual(expected);
      }
      await rm(dir, { recursive: true });
    },
  );
  await fc.assert(rounds, { numRuns: 60 });
});

test('the same records give the same bytes', async () => {
  const [one, two] = [folder(), folder()];
  for (const dir of [one, two]) await writeTables(stream([handMade()]), none, { dir });
  for (const name of await readdir(one))
    expect(await readFile(join(one, name))).toEqual(await readFile(join(two, name)));
});
