import type { Cell, Column, TableShape } from '../../5-record/tables/table.ts';
import { dayOf } from './date.ts';
import { openWorkbook, type SheetRow, type WorkbookReader } from './read-workbook.ts';

/** The rows of an earlier workbook that stay when new records are added to it. */
export interface Earlier {
  /** Rows of a table, of all its sheets, without those of articles that come anew. */
  rows(table: TableShape<never>): AsyncGenerator<SheetRow>;
  close(): void;
}

/** @throws RunStopped when the file is no workbook. */
export async function openEarlier(file: string, anew: ReadonlySet<string>): Promise<Earlier> {
  const workbook = await openWorkbook(file);
  return {
    rows: (table) => keptRows(workbook, table.title, anew),
    close: () => workbook.close(),
  };
}

async function* keptRows(workbook: WorkbookReader, title: string, anew: ReadonlySet<string>): AsyncGenerator<SheetRow> {
  for (const name of workbook.titles.filter((one) => one === title || isFurther(one, title))) {
    for await (const row of workbook.rows(name)) if (!anew.has(articleOf(row))) yield row;
  }
}

/** `Sentences 2` goes on where `Sentences` is full. */
const isFurther = (name: string, title: string): boolean =>
  name.startsWith(`${title} `) && /^\d+$/.test(name.slice(title.length + 1));

export const articleOf = (row: SheetRow): string => String(row.get('article_id') ?? '');

/** The same columns over rows that were read back. */
export const readBack = (column: Column<never>): Column<SheetRow> => ({
  header: column.header,
  meaning: column.meaning,
  type: column.type,
  ...(column.leadsTo ? { leadsTo: column.leadsTo } : {}),
  ...(column.address ? { address: (row) => textOrNull(row.get(column.header)) } : {}),
  value: (row) => cellOf(column, row.get(column.header)),
});

const textOrNull = (value: Cell | undefined): string | null => (typeof value === 'string' ? value : null);

/** A date stands as a count of days; everything else as itself. */
function cellOf({ type }: Column<never>, value: Cell | undefined): Cell {
  if (value === undefined) return null;
  return type === 'date' && typeof value === 'number' ? dayOf(value) : value;
}
