import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { writeTables } from '../../src/6-write/csv.ts';
import { folder } from '../helpers/folder.ts';
import { handMade } from '../helpers/record.ts';

test('issues.csv counts the articles of an issue, their leans and their months', async () => {
  const dir = folder();
  const records = [
    handMade({ id: 'a1', issue: 'the ban on plastic bags', lean: 'con', published: '2004-05-02' }),
    handMade({ id: 'a4', issue: 'the ban on plastic bags', lean: 'balanced', published: null }),
    handMade({ id: 'a5', issue: 'the ban on plastic bags', lean: 'con', published: '2004-05-09' }),
    handMade({ id: 'a2', issue: 'a plastic bag ban', lean: 'pro', published: '2004-07-01' }),
    handMade({ id: 'a3', issue: 'the night train', lean: 'pro', published: null }),
  ];
  await writeTables(
    async function* () {
      yield* records;
    },
    () => [],
    { dir, tables: ['issues'] },
  );
  const rows = parse(readFileSync(join(dir, 'issues.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
  expect(
    rows.map(({ articles, lean_guess_pro, lean_guess_con, first_month, last_month, by_month }) => [
      ...[articles, lean_guess_pro, lean_guess_con],
      ...[first_month, last_month, by_month],
    ]),
  ).toEqual([
    ['4', '1', '2', '2004-05', '2004-07', '2004-05: 2 con; 2004-07: 1 pro; undated: 1 neither'],
    ['1', '1', '0', '', '', 'undated: 1 pro'],
  ]);
});
