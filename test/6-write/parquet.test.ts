import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import { writeParquet } from '../../src/6-write/parquet.ts';
import { folder } from '../helpers/folder.ts';
import { hostileText } from '../helpers/hostile.ts';
import { handMade } from '../helpers/record.ts';

const stream = (records: OpedRecord[]) =>
  async function* () {
    yield* records;
  };

const read = async (file: string) => parquetReadObjects({ file: await asyncBufferFromFile(file) });

const expected = (name: string, records: OpedRecord[]) => {
  const table = TABLES.find((one) => one.name === name)!;
  return records
    .flatMap((record) => [...table.rows(record)])
    .map((row) =>
      Object.fromEntries(
        table.columns.map(({ header, type, value }) => {
          const cell = value(row);
          return [header, type === 'date' && typeof cell === 'string' ? new Date(cell.slice(0, 10)) : cell];
        }),
      ),
    );
};

test('every table reads back with its types, old dates included', async () => {
  const dir = folder();
  const records = [handMade(), handMade({ id: 'a2', published: '1787-11-02', url: 'https://example.org' })];
  const counts = await writeParquet(stream(records), () => [], { dir });
  for (const { name } of TABLES) {
    expect(await read(join(dir, `${name}.parquet`))).toEqual(expected(name, records));
    expect(counts[name]).toBe(expected(name, records).length);
  }
  expect(await read(join(dir, 'problems.parquet'))).toEqual([]);
});

test('rows come in groups, and the groups make one table', async () => {
  const dir = folder();
  const records = Array.from({ length: 7 }, (_, i) => handMade({ id: `a${i}` }));
  await writeParquet(stream(records), () => [], { dir, groupRows: 3, tables: ['sentences'] });
  expect(await read(join(dir, 'sentences.parquet'))).toEqual(expected('sentences', records));
});

/** The reader's decoder drops a byte order mark that begins a string; the file has it. */
const withoutMark = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, cell]) => [key, typeof cell === 'string' ? cell.replace(/^\uFEFF/, '') : cell]),
  );

test('whatever the words, they read back', async () => {
  const rounds = fc.asyncProperty(hostileText, hostileText, async (title, words) => {
    const dir = folder();
    const safe = words.replaceAll(/[⟦⟧]/g, '');
    const records = [handMade({ title, author: words, sentences: [['pro', safe]] }), handMade({ title: null })];
    await writeParquet(stream(records), () => [], { dir, tables: ['articles', 'balance'] });
    for (const name of ['articles', 'balance']) {
      const back = await read(join(dir, `${name}.parquet`));
      expect(back.map(withoutMark)).toEqual(expected(name, records).map(withoutMark));
    }
  });
  await fc.assert(rounds, { numRuns: 60 });
});

test('the same records give the same bytes, and an existing file stops the run', async () => {
  const [one, two] = [folder(), folder()];
  for (const dir of [one, two]) await writeParquet(stream([handMade()]), () => [], { dir });
  for (const name of readdirSync(one))
    expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
  await expect(writeParquet(stream([]), () => [], { dir: one })).rejects.toThrow('exists already');
});
