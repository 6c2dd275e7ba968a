import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProblemLine } from '../../5-record/problem-line.ts';
import type { OpedRecord } from '../../5-record/record.ts';
import type { TableShape } from '../../5-record/tables/table.ts';
import { type Overwrite, refuseExisting, writeAtomically } from '../atomic-file.ts';
import { type Choice, type Chosen, choose, type Problems, type Records } from '../choice.ts';
import { mendings } from './mendings.ts';
import { contentTypes, packageRelations, sheetPart, workbookRelations, workbookXml } from './package-parts.ts';
import { readMe } from './read-me.ts';
import type { SheetFile } from './sheet-file.ts';
import { stylesXml } from './styles.ts';
import { ROW_LIMIT, TableSheets } from './table-sheets.ts';
import { type Part, zipInto } from './zip.ts';

export interface WorkbookOptions extends Choice, Overwrite {
  /** Rows a sheet, the header included; more go to further sheets. */
  readonly rowLimit?: number | undefined;
}

export interface WorkbookWritten {
  /** Data rows a table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Texts that had to be cut and characters that had to be removed; they stand in the Problems sheet as well. */
  readonly mended: readonly ProblemLine[];
}

/**
 * Writes an XLSX workbook as a stream: one pass over the records, the sheets
 * side by side in files of their own, packed at the end. Memory does not grow with the rows.
 *
 * @throws RunStopped when the file exists and `force` is not given.
 */
export async function writeWorkbook(
  records: Records,
  problems: Problems,
  file: string,
  { force, rowLimit = ROW_LIMIT, ...choice }: WorkbookOptions = {},
): Promise<WorkbookWritten> {
  const chosen = choose(choice);
  if (!force) await refuseExisting(file);
  await mkdir(dirname(file), { recursive: true });
  const folder = await mkdtemp(join(dirname(file), '.oped-sheets-'));
  try {
    const filled = await fillSheets(records, problems, chosen, folder, rowLimit);
    await writeAtomically(file, { force }, (out) => zipInto(out, partsOf(filled.sheets)));
    return { rows: filled.rows, mended: filled.mended };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillSheets(records: Records, problems: Problems, chosen: Chosen, folder: string, limit: number) {
  const views: View[] = [];
  for (const table of chosen.tables) views.push({ table, sheets: await TableSheets.open(table, folder, limit) });
  const all: TableSheets<unknown>[] = views.map(({ sheets }) => sheets);
  try {
    const mended: ProblemLine[] = [];
    for await (const record of records()) mended.push(...(await addRecord(record, views)));
    if (chosen.problems) all.push(await problemSheets(chosen.problems, problems, mended, folder, limit));
    const rows = Object.fromEntries(all.map(({ table, count }) => [table.name, count]));
    all.unshift(await readMeSheet(chosen, rows, folder, limit));
    for (const sheets of all) await sheets.close();
    return { sheets: all.flatMap(({ sheets }) => sheets), rows, mended };
  } catch (error) {
    for (const sheets of all) await sheets.abandon();
    throw error;
  }
}

async function problemSheets(
  table: TableShape<ProblemLine>,
  problems: Problems,
  mended: readonly ProblemLine[],
  folder: string,
  limit: number,
): Promise<TableSheets<unknown>> {
  const sheets = await TableSheets.open(table, folder, limit);
  for await (const line of problems()) await sheets.add(line);
  for (const line of mended) await sheets.add(line);
  return sheets as TableSheets<unknown>;
}

interface View {
  readonly table: Chosen['tables'][number];
  readonly sheets: TableSheets<unknown>;
}

/** Where the rows of this record will stand is known before any of them is written, so that they can refer to each other. */
async function addRecord(record: OpedRecord, views: readonly View[]): Promise<ProblemLine[]> {
  const rows = views.map(({ table, sheets }) => ({ sheets, rows: [...table.rows(record)] }));
  const places = new Map(
    rows.filter((one) => one.rows.length > 0).map(({ sheets }) => [sheets.table.name, sheets.nextPlace]),
  );
  const found = mendings(record);
  for (const { sheets, rows: own } of rows) {
    const note = found.noteFor(sheets.table);
    for (const row of own) await sheets.add(row, (table) => places.get(table) ?? null, note);
  }
  return found.lines();
}

async function readMeSheet(chosen: Chosen, rows: Record<string, number>, folder: string, limit: number) {
  const { table, rows: lines } = readMe(chosen, (name) => rows[name] ?? 0);
  const sheets = await TableSheets.open(table, folder, limit);
  for (const line of lines) await sheets.add(line);
  return sheets as TableSheets<unknown>;
}

const partsOf = (sheets: readonly SheetFile[]): Part[] => [
  { name: '[Content_Types].xml', text: contentTypes(sheets) },
  { name: '_rels/.rels', text: packageRelations() },
  { name: 'xl/workbook.xml', text: workbookXml(sheets) },
  { name: 'xl/_rels/workbook.xml.rels', text: workbookRelations(sheets) },
  { name: 'xl/styles.xml', text: stylesXml() },
  ...sheets.flatMap(({ path }, index): Part[] => [
    { name: `xl/${sheetPart(index + 1)}`, path },
    { name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, path: `${path}.rels` },
  ]),
];
