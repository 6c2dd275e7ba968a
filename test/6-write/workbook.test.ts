import { readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { TABLES } from '../../src/5-record/tables.ts';
import { columnName } from '../../src/6-write/xlsx/cell.ts';
import { cellTextXml } from '../../src/6-write/xlsx/cell-text.ts';
import { serialOf } from '../../src/6-write/xlsx/date.ts';
import { writeWorkbook } from '../../src/6-write/xlsx/workbook.ts';
import { folder } from '../helpers/folder.ts';
import { hostileText } from '../helpers/hostile.ts';
import { handMade } from '../helpers/record.ts';
import { unzipped } from '../helpers/zip.ts';

const SHEETS =
  'Read me,Articles,Balance,Sentences,Entities,Mentions,Markers,Attributions,Issue candidates,Measures,Issues,Problems'.split(
    ',',
  );

const stream = (records: OpedRecord[]) =>
  async function* () {
    yield* records;
  };

async function written(records: OpedRecord[], options = {}) {
  const file = join(folder(), 'x.xlsx');
  const result = await writeWorkbook(stream(records), () => [], file, options);
  return { file, ...result };
}

/** What the cells of a table should be when they come back. */
const cells = (name: string, records: OpedRecord[]) => {
  const table = TABLES.find((one) => one.name === name)!;
  const rows = records.flatMap((record) => [...table.rows(record)]);
  return rows.map((row) =>
    table.columns.map(({ type, value }) => {
      const cell = value(row);
      if (typeof cell !== 'string') return cell;
      if (type === 'date' && serialOf(cell) !== null) return `${cell.slice(0, 10)}T00:00:00.000Z`;
      return cell === '' ? null : cell;
    }),
  );
};

const back = (rows: readonly (readonly unknown[])[]) =>
  rows.slice(1).map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)));

/** What a workbook holds that was added to. */
const WITHOUT_ISSUES = [...TABLES.map(({ name }) => name), 'problems'];

test('the bytes are the same however many sheets are packed at once', async () => {
  const records = Array.from({ length: 30 }, (_, i) => handMade({ id: `a${i}` }));
  const [one, four] = [await written(records, { jobs: 1 }), await written(records, { jobs: 4 })];
  expect(await readFile(four.file)).toEqual(await readFile(one.file));
});

test('an independent reader finds every sheet with the cells of the tables', async () => {
  const records = [handMade(), handMade({ id: 'a2', published: '1787-11-02', lean: 'con' })];
  const { file, rows } = await written(records);
  const sheets = await readWorkbook(file, { trim: false });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(SHEETS);
  for (const { name, title } of TABLES) {
    const sheet = sheets.find((one) => one.sheet === title)!;
    expect(back(sheet.data as unknown[][])).toEqual(cells(name, records));
    expect(rows[name]).toBe(sheet.data.length - 1);
  }
});

test('the Read me sheet explains every column of every sheet', async () => {
  const { file } = await written([handMade()]);
  const [readMe] = await readWorkbook(file);
  const explained = new Set(readMe!.data.map(([sheet, column]) => `${sheet}.${column}`));
  for (const { title, columns } of TABLES) {
    for (const { header } of columns) expect(explained).toContain(`${title}.${header}`);
  }
});

test('whatever the words, they come back', async () => {
  const rounds = fc.asyncProperty(hostileText, hostileText, async (title, words) => {
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
    const dir = folder();
    await writeWorkbook(stream([record]), () => [], join(dir, 'x.xlsx'), { tables: ['articles', 'balance'] });
    const parts = await unzipped(join(dir, 'x.xlsx'));
    const expected = cells('articles', [record])
      .flat()
      .filter((cell) => typeof cell === 'string');
    expect(textsOf(parts.get('xl/worksheets/sheet2.xml')!).slice(TABLES[0]!.columns.length)).toEqual(
      expected.map(legal).filter((cell) => !cell.endsWith('T00:00:00.000Z')),
    );
  });
  await fc.assert(rounds, { numRuns: 60 });
});

/** The texts of a sheet's cells, as XML and the escapes of Excel say them. */
function textsOf(xml: string): string[] {
  expect(xml).not.toContain('<f>');
  return [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) =>
    text!
      .replace(
        /&lt;|&gt;|&quot;|&#13;|&amp;/g,
        (e) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#13;': '\r' })[e] ?? '&',
      )
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

const legal = (text: string) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

test('numbers are numbers, flags are flags, dates are dates, and formulas are text', async () => {
  const { file } = await written([handMade({ title: '=1+1', author: '1984' })]);
  const sheets = await readWorkbook(file);
  const [headers, row] = sheets.find(({ sheet }) => sheet === 'Articles')!.data as unknown[][];
  const cell = (header: string) => row![headers!.indexOf(header)];
  expect(cell('title')).toBe('=1+1');
  expect(cell('authors')).toBe('1984');
  expect(cell('words')).toBe(27);
  expect(cell('published')).toEqual(new Date('2019-10-14'));
  expect(sheets.find(({ sheet }) => sheet === 'Sentences')!.data.at(-1)).toContain(true);
});

test('an article leads to its points, a point to its article, and an address to the web', async () => {
  const records = [
    handMade({ url: 'https://example.org/?a=1&b="' }),
    handMade({ id: 'a2', url: 'https://example.org/2?x&y' }),
  ];
  const parts = await unzipped((await written(records)).file);
  const articles = parts.get('xl/worksheets/sheet2.xml')!;
  expect(articles).toContain(`<hyperlink ref="A2" location="'Balance'!A2"/>`);
  expect(articles).toContain(`<hyperlink ref="A3" location="'Balance'!A5"/>`);
  expect(parts.get('xl/worksheets/sheet3.xml')).toContain(`<hyperlink ref="A5" location="'Articles'!A3"/>`);
  const relations = parts.get('xl/worksheets/_rels/sheet2.xml.rels')!;
  expect(relations).toContain('Target="https://example.org/2?x&amp;y"');
  expect(relations.match(/<Relationship /g)).toHaveLength(1);
});

test('no address but one of the web becomes a link', async () => {
  const parts = await unzipped((await written([handMade({ url: 'javascript:alert(1)' })])).file);
  expect(parts.get('xl/worksheets/_rels/sheet2.xml.rels')).not.toContain('Target');
});

test('a full sheet goes on in another, and links find the right one', async () => {
  const records = ['a1', 'a2', 'a3'].map((id) => handMade({ id }));
  const { file, rows } = await written(records, { rowLimit: 5, tables: ['articles', 'balance'] });
  const sheets = await readWorkbook(file);
  expect(
    sheets.map(({ sheet, data }) => [sheet, data.length]).filter(([sheet]) => !String(sheet).startsWith('Read')),
  ).toEqual([
    ['Articles', 4],
    ['Balance', 5],
    ['Balance 2', 5],
    ['Balance 3', 2],
  ]);
  expect(rows['balance']).toBe(9);
  const parts = [...(await unzipped(file)).values()].join('');
  expect(parts).toContain(`ref="A3" location="'Balance'!A5"`);
  expect(parts).toContain(`ref="A4" location="'Balance 2'!A4"`);
});

test('what is too long is cut, what XML cannot say is removed, and both are told', async () => {
  const { file, mended } = await written([
    handMade({ title: 'a\u0001b\uffff', sentences: [['pro', '😀'.repeat(20_000)]] }),
  ]);
  const sheets = await readWorkbook(file);
  const problems = sheets.find(({ sheet }) => sheet === 'Problems')!.data.map((row) => `${row[5]} ${row[6]}`);
  expect(problems).toHaveLength(mended.length + 1);
  expect(problems.join()).toContain('characters-removed 2 characters of articles.title');
  expect(problems.join()).toContain('cell-cut 1 texts of sentences.text');
  const text = String(sheets.find(({ sheet }) => sheet === 'Sentences')!.data[1]![3]);
  expect(text.length).toBeLessThanOrEqual(32_767);
  expect(text.endsWith('😀 … [cut]')).toBe(true);
});

test('text for a cell is escaped as Excel reads it back', () => {
  expect(cellTextXml('_x0041_').xml).toBe('_x005F_x0041_');
  expect(cellTextXml('a\r\n<&>"\ud800').xml).toBe('a&#13;\n&lt;&amp;&gt;&quot;');
  expect(cellTextXml('a\ud800').removed).toBe(1);
});

test('columns are named as in worksheets', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('dates are the day that the source printed, whatever the zone', () => {
  expect(serialOf('2019-10-14')).toBe(43_752);
  expect(serialOf('2019-10-14T23:30:00-08:00')).toBe(43_752);
  expect(serialOf('1900-03-01')).toBe(61);
  expect([serialOf('1900-02-28'), serialOf('2019-02-30'), serialOf('2019'), serialOf('soon')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('the same records give the same bytes, in any zone', async () => {
  const one = await readFile((await written([handMade()])).file);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Kiritimati';
  try {
    expect((await readFile((await written([handMade()])).file)).equals(one)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('an existing workbook stops the run, and a failing run leaves nothing', async () => {
  const { file } = await written([handMade()]);
  await expect(writeWorkbook(stream([]), () => [], file)).rejects.toThrow('exists already');
  const dir = folder();
  const failing = async function* () {
    yield handMade();
    throw new Error('stumbled');
  };
  await expect(writeWorkbook(failing, () => [], join(dir, 'x.xlsx'))).rejects.toThrow('stumbled');
  expect(readdirSync(dir)).toEqual([]);
});

test('new records are added to an earlier workbook, and an article that comes again replaces its old rows', async () => {
  const [a1, a2, a3] = ['a1', 'a2', 'a3'].map((id) =>
    handMade({ id, title: `=${id} _x0041_ <&>`, published: '1787-11-02' }),
  );
  const { file } = await written([handMade({ id: 'a1', title: 'old', url: 'https://example.org/1' }), a2!]);
  const straight = await written([a2!, a1!, a3!], { tables: WITHOUT_ISSUES });
  await writeWorkbook(stream([a1!, a3!]), () => [], file, { append: file });
  expect(await readWorkbook(file)).toEqual(await readWorkbook(straight.file));
  const [one, two] = [await unzipped(file), await unzipped(straight.file)];
  for (const [name, part] of two) expect([name, one.get(name)]).toEqual([name, part]);
});

test('an earlier workbook keeps its links, its dates and its further sheets', async () => {
  const records = ['a1', 'a2', 'a3'].map((id) => handMade({ id, url: `https://example.org/${id}` }));
  const { file } = await written(records, { rowLimit: 5 });
  const added = join(folder(), 'y.xlsx');
  await writeWorkbook(stream([handMade({ id: 'a4' })]), () => [], added, { append: file, rowLimit: 5 });
  const straight = await written([...records, handMade({ id: 'a4' })], { rowLimit: 5, tables: WITHOUT_ISSUES });
  const [one, two] = [await unzipped(added), await unzipped(straight.file)];
  for (const [name, part] of two) expect([name, one.get(name)]).toEqual([name, part]);
});

test('what is no workbook is not appended to', async () => {
  const file = join(folder(), 'x.xlsx');
  writeFileSync(file, 'not a zip');
  const appending = writeWorkbook(stream([]), () => [], join(folder(), 'y.xlsx'), { append: file });
  await expect(appending).rejects.toThrow('is no workbook that can be read');
});
