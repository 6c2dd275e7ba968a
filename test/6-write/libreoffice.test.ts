import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import { serialOf } from '../../src/6-write/xlsx/date.ts';
import { writeWorkbook } from '../../src/6-write/xlsx/workbook.ts';
import { folder } from '../helpers/folder.ts';
import { SOFFICE } from '../helpers/programs.ts';
import { handMade } from '../helpers/record.ts';

const HOSTILE = [
  '=1+1',
  '+1',
  '-2',
  '@SUM(A1)',
  '＝1',
  '<img src=x onerror=alert(1)>',
  ']]>&amp;&#0;',
  '_x0041_ _x005F_',
  '😀 Nguyễn 中文 עברית',
  '"; DROP TABLE x; --',
  '1984',
  '01',
  '1e5',
  'TRUE',
  '2019-10-14',
  "'quoted'",
  '  two  blanks  ',
];

const records: OpedRecord[] = [
  handMade({ url: 'https://example.org/?a=1&b=2' }),
  ...HOSTILE.map((text, i) =>
    handMade({ id: `h${i}`, title: text, author: text, sentences: [['con', `${text} it is.`]] }),
  ),
];

const stream = (some: OpedRecord[]) =>
  async function* () {
    yield* some;
  };

const convert = (file: string, to: string, out: string) =>
  execFileSync(
    SOFFICE!,
    [`-env:UserInstallation=file://${out}/profile`, '--headless', '--convert-to', to, '--outdir', out, file],
    {
      stdio: 'pipe',
    },
  );

/** All sheets as UTF-8 CSV with the cells' values, not their looks. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

test.skipIf(!SOFFICE)('LibreOffice opens the workbook with the same values in every cell', async () => {
  const dir = folder();
  const file = join(dir, 'book.xlsx');
  await writeWorkbook(stream(records), () => [], file);
  convert(file, ALL_SHEETS, dir);
  for (const { name, title, columns, rows } of TABLES) {
    const [headers, ...cells] = parse(readFileSync(join(dir, `book-${title}.csv`)), {
      relax_column_count: true,
    }) as string[][];
    expect(headers).toEqual(columns.map(({ header }) => header));
    const expected = records
      .flatMap((record) => [...rows(record)])
      .map((row) =>
        columns.map(({ type, value }) => {
          const cell = value(row);
          if (typeof cell === 'boolean') return String(cell).toUpperCase();
          return type === 'date' && typeof cell === 'string' && serialOf(cell) ? cell.slice(0, 10) : String(cell ?? '');
        }),
      );
    expect([name, cells]).toEqual([name, expected]);
  }
});

test.skipIf(!SOFFICE)('LibreOffice prints the workbook', async () => {
  const dir = folder();
  const file = join(dir, 'book.xlsx');
  await writeWorkbook(stream(records), () => [], file, { tables: ['articles', 'balance'] });
  convert(file, 'pdf', dir);
  expect(readFileSync(join(dir, 'book.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  if (!existsSync('/usr/bin/pdftotext')) return;
  const text = execFileSync('/usr/bin/pdftotext', ['-layout', join(dir, 'book.pdf'), '-']).toString();
  expect(text).toContain('The park pays');
  expect(text).toContain('Speaks for: the park');
});

test.skipIf(!SOFFICE)('a workbook that LibreOffice has saved again can be added to', async () => {
  const dir = folder();
  const file = join(dir, 'book.xlsx');
  const [old, added] = [records.slice(0, -1), records.slice(-1)];
  await writeWorkbook(stream(old), () => [], file);
  convert(file, 'xlsx:Calc MS Excel 2007 XML', join(dir, 'saved'));
  await writeWorkbook(stream(added), () => [], join(dir, 'more.xlsx'), { append: join(dir, 'saved', 'book.xlsx') });
  await writeWorkbook(stream(records), () => [], join(dir, 'straight.xlsx'));
  expect(await readWorkbook(join(dir, 'more.xlsx'))).toEqual(await readWorkbook(join(dir, 'straight.xlsx')));
});
