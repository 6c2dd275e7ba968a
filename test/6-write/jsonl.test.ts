import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { looksLikeRecord, readRecords, writeJsonl } from '../../src/6-write/jsonl.ts';
import { folder } from '../helpers/folder.ts';
import { handMade } from '../helpers/record.ts';

async function all(file: string): Promise<unknown[]> {
  const read = [];
  for await (const record of readRecords(file)) read.push(record);
  return read;
}

test('records read back as they were written, line separators inside strings and all', async () => {
  const file = join(folder(), 'records.jsonl');
  const records = [handMade({ title: 'a\u2028b\nc' }), handMade({ id: 'a2' })];
  expect(await writeJsonl(file, records)).toBe(2);
  expect(await all(file)).toEqual(records);
});

test('lines longer than what is read at once, and a last line without its end', async () => {
  const file = join(folder(), 'records.jsonl');
  const record = handMade({ sentences: [['pro', 'wörd '.repeat(40_000)]] });
  await writeFile(file, `${JSON.stringify(record)}\n\n${JSON.stringify(handMade())}`);
  expect(await all(file)).toEqual([record, handMade()]);
});

test('a line that is no record stops the run and is named', async () => {
  const file = join(folder(), 'records.jsonl');
  await writeFile(file, `${JSON.stringify(handMade())}\n{"a":1}\n`);
  await expect(all(file)).rejects.toThrow(/line 2 is no record of oped: schema/);
  expect(looksLikeRecord(await readFile(file, 'utf8'))).toBe(true);
  expect(looksLikeRecord('{"title":"x"}')).toBe(false);
});

test('a missing file stops the run with one sentence', async () => {
  await expect(all(join(folder(), 'none.jsonl'))).rejects.toThrow(/none.jsonl cannot be read: ENOENT/);
});
