import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import { serialOf } from '../../src/6-write/xlsx/date.ts';
import { writeWorkbook } from '../../src/6-write/xlsx/workbook.ts';
import { folder } from '../helpers/folder.ts';
import { SOFFICE } from '../helpers/programs.ts';
import { realRecords } from '../helpers/real.ts';
import { handMade } from '../helpers/record.ts';
import { hasShared, SHARED } from '../helpers/shared.ts';

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

const corpora = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/** The values of a table's cells as a CSV file shows them. */
const valuesOf = ({ columns, rows }: (typeof TABLES)[number], of: OpedRecord[]) =>
  of
    .flatMap((record) => [...rows(record)])
    .map((row) =>
      columns.map(({ type, value }) => {
        const cell = value(row);
        if (typeof cell === 'boolean') return String(cell).toUpperCase();
        return type === 'date' && typeof cell === 'string' && serialOf(cell) ? cell.slice(0, 10) : String(cell ?? '');
      }),
    );

describe.skipIf(!SOFFICE).each([
  ['hostile words', true, () => records],
  ['corpora/sample', true, () => realRecords(corpora(fileURLToPath(new URL('../../corpora/sample', import.meta.url))))],
  ['the Senate archive', hasShared, () => realRecords([join(SHARED, 'corpora/archives/senate-filetree.tar.gz')], 25)],
] as const)('the workbook of %s in LibreOffice', (_, there, load) => {
  const dir = mkdtempSync(join(tmpdir(), 'oped-office-'));
  const file = join(dir, 'book.xlsx');
  let own: OpedRecord[] = [];
  beforeAll(async () => {
    if (!there) return;
    own = await load();
    await writeWorkbook(stream(own), () => [], file);
  }, 120_000);
  afterAll(() => rmSync(dir, { recursive: true }));

  test.skipIf(!there)('has the same value in every cell', () => {
    convert(file, ALL_SHEETS, dir);
    expect(own.length).toBeGreaterThan(10);
    for (const table of TABLES) {
      const read = parse(readFileSync(join(dir, `book-${table.title}.csv`)), {
        relax_column_count: true,
      }) as string[][];
      const [headers, ...cells] = read;
      expect(headers).toEqual(table.columns.map(({ header }) => header));
      expect([table.name, cells]).toEqual([table.name, valuesOf(table, own)]);
    }
  });

  test.skipIf(!there)('prints', async () => {
    const short = join(dir, 'short.xlsx');
    await writeWorkbook(stream(own), () => [], short, { tables: ['articles', 'balance'] });
    convert(short, 'pdf', dir);
    expect(readFileSync(join(dir, 'short.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
    if (!existsSync('/usr/bin/pdftotext')) return;
    const text = execFileSync('/usr/bin/pdftotext', ['-layout', join(dir, 'short.pdf'), '-']).toString();
    expect(text.replace(/\s+/g, ' ')).toContain(own[0]!.title!.slice(0, 12));
  });
});

test.skipIf(!SOFFICE)('a workbook that LibreOffice has saved again can be added to', async () => {
  const dir = folder();
  const file = join(dir, 'book.xlsx');
  const [old, added] = [records.slice(0, -1), records.slice(-1)];
  await writeWorkbook(stream(old), () => [], file);
  convert(file, 'xlsx:Calc MS Excel 2007 XML', join(dir, 'saved'));
  await writeWorkbook(stream(added), () => [], join(dir, 'more.xlsx'), { append: join(dir, 'saved', 'book.xlsx') });
  // A workbook that was added to has no Issues sheet.
  const tables = [...TABLES.map(({ name }) => name), 'problems'];
  await writeWorkbook(stream(records), () => [], join(dir, 'straight.xlsx'), { tables });
  expect(await readWorkbook(join(dir, 'more.xlsx'))).toEqual(await readWorkbook(join(dir, 'straight.xlsx')));
});
