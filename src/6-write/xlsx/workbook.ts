import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { ProblemLine } from '../../5-record/problem-line.ts';
import type { OpedRecord } from '../../5-record/record.ts';
import { issues } from '../../5-record/tables/issues.ts';
import { problems as problemTable } from '../../5-record/tables/problems.ts';
import { type Overwrite, refuseExisting, stopping, writeAtomically } from '../atomic-file.ts';
import { type Choice, type Chosen, choose, type LateTable, type Problems, type Records } from '../choice.ts';
import { articleOf, type Earlier, openEarlier, readBack } from './earlier.ts';
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
  /** An earlier workbook whose rows come first; articles that are in the records come anew. It may be the file itself. */
  readonly append?: string | undefined;
  /** Sheets that are packed at the same time. Default: one a core. */
  readonly jobs?: number | undefined;
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
 * @throws RunStopped when the file exists and `force` is not given, or the disk refuses.
 */
export async function writeWorkbook(
  records: Records,
  problems: Problems,
  file: string,
  { force = false, rowLimit = ROW_LIMIT, append, jobs = availableParallelism(), ...choice }: WorkbookOptions = {},
): Promise<WorkbookWritten> {
  const chosen = append === undefined ? choose(choice) : withoutIssues(choose(choice));
  const replaces = force || append === file;
  if (!replaces) await refuseExisting(file);
  return inFolderBeside(file, async (folder) => {
    const earlier = append === undefined ? null : await openEarlier(append, await idsOf(records()));
    const filled = await fillSheets(records, problems, { chosen, folder, limit: rowLimit, earlier });
    earlier?.close();
    await writeAtomically(file, { force: replaces }, (out) => zipInto(out, partsOf(filled.sheets), jobs));
    return { rows: filled.rows, mended: filled.mended };
  });
}

/** Hands `work` a folder that is gone afterwards, beside the file: there is room for both, or for neither. */
const inFolderBeside = <T>(file: string, work: (folder: string) => Promise<T>): Promise<T> =>
  stopping(file, async () => {
    await mkdir(dirname(file), { recursive: true });
    const folder = await mkdtemp(join(dirname(file), '.oped-sheets-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

async function idsOf(records: AsyncIterable<OpedRecord>): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { id } of records) ids.add(id);
  return ids;
}

interface Filling {
  readonly chosen: Chosen;
  readonly folder: string;
  readonly limit: number;
  readonly earlier: Earlier | null;
}

/** An earlier workbook does not hold what the issues of its articles together would have to be counted from. */
const withoutIssues = ({ tables, late }: Chosen): Chosen => ({
  tables,
  late: late.filter(({ table }) => table.name !== issues.name),
});

async function fillSheets(records: Records, problems: Problems, filling: Filling) {
  const { chosen, folder, limit, earlier } = filling;
  const views: View[] = [];
  for (const table of chosen.tables) views.push({ table, sheets: await TableSheets.open(table, folder, limit) });
  const all: TableSheets<unknown>[] = views.map(({ sheets }) => sheets);
  try {
    if (earlier) await addEarlier(earlier, all);
    const mended: ProblemLine[] = [];
    for await (const record of records()) {
      mended.push(...(await addRecord(record, views)));
      for (const late of chosen.late) late.see(record);
    }
    for (const late of chosen.late) all.push(await lateSheets(late, problems, mended, filling));
    const rows = Object.fromEntries(all.map(({ table, count }) => [table.name, count]));
    all.unshift(await readMeSheet(chosen, rows, folder, limit));
    for (const sheets of all) await sheets.close();
    return { sheets: all.flatMap(({ sheets }) => sheets), rows, mended };
  } catch (error) {
    for (const sheets of all) await sheets.abandon();
    throw error;
  }
}

/** The rows of the earlier workbook; where each article's begin is learnt first, so that they can refer to each other again. */
async function addEarlier(earlier: Earlier, all: readonly TableSheets<unknown>[]): Promise<void> {
  const begins = new Map<string, Map<string, string>>();
  const led = new Set(all.flatMap(({ table }) => table.columns.flatMap(({ leadsTo }) => leadsTo ?? [])));
  for (const sheets of all.filter(({ table }) => led.has(table.name)))
    begins.set(sheets.table.name, await beginsOf(earlier, sheets));
  for (const sheets of all) {
    const columns = sheets.table.columns.map(readBack);
    for await (const row of earlier.rows(sheets.table)) {
      await sheets.addAs(columns, row, (table) => begins.get(table)?.get(articleOf(row)) ?? null);
    }
  }
}

async function beginsOf(earlier: Earlier, sheets: TableSheets<unknown>): Promise<Map<string, string>> {
  const begins = new Map<string, string>();
  let number = 0;
  for await (const row of earlier.rows(sheets.table)) {
    if (!begins.has(articleOf(row))) begins.set(articleOf(row), sheets.placeOf(number));
    number++;
  }
  return begins;
}

/** What had to be cut or removed in the other sheets is told among the problems. */
async function lateSheets(
  { table, rows }: LateTable,
  problems: Problems,
  mended: readonly ProblemLine[],
  { folder, limit, earlier }: Filling,
): Promise<TableSheets<unknown>> {
  const sheets = await TableSheets.open(table, folder, limit);
  if (earlier) await addEarlier(earlier, [sheets as TableSheets<unknown>]);
  for await (const row of rows(problems)) await sheets.add(row);
  if (table.name === problemTable.name) for (const line of mended) await sheets.add(line as never);
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
