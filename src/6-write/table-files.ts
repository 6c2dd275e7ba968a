import type { TableShape } from '../5-record/tables/table.ts';
import type { Chosen, Problems, Records } from './choice.ts';

/** A table's file in the making. */
export interface TableFile<Row> {
  /** Rows so far. */
  readonly count: number;
  add(rows: Iterable<Row>): Promise<void>;
  /** Gives the file its name. */
  commit(): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * Fills a file for each chosen table in one pass over the records. Files take
 * their names when all are whole; when one fails, none is left behind.
 *
 * @returns the number of rows a table.
 */
export async function fillFiles(
  { tables, late }: Chosen,
  records: Records,
  problems: Problems,
  open: <Row>(table: TableShape<Row>) => Promise<TableFile<Row>>,
): Promise<Record<string, number>> {
  const files = new Map<string, TableFile<never>>();
  const openFile = async <Row>(table: TableShape<Row>): Promise<TableFile<Row>> => {
    const file = await open(table);
    files.set(table.name, file);
    return file;
  };
  try {
    const views = [];
    for (const table of tables) views.push({ table, file: await openFile(table) });
    for await (const record of records()) {
      for (const { table, file } of views) await file.add(table.rows(record));
      for (const { see } of late) see(record);
    }
    for (const { table, rows } of late) {
      const file = await openFile(table);
      for await (const row of rows(problems)) await file.add([row]);
    }
    for (const file of files.values()) await file.commit();
  } catch (error) {
    for (const file of files.values()) await file.abandon();
    throw error;
  }
  return Object.fromEntries([...files].map(([name, { count }]) => [name, count]));
}
