import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { OpedRecord, RecordLayer } from '../5-record/record.ts';
import type { Cell, CellType, Table, TableShape } from '../5-record/tables/table.ts';
import { type AtomicFile, type Overwrite, openAtomic } from './atomic-file.ts';
import { type Choice, choose, type Problems, type Records } from './choice.ts';
import { fillFiles, type TableFile } from './table-files.ts';

/** `comma` with a decimal point, or `semicolon` with a decimal comma, as spreadsheets in much of the world expect. */
export type Dialect = 'comma' | 'semicolon';

const DIALECTS: Record<Dialect, { readonly delimiter: string; readonly decimal: string }> = {
  comma: { delimiter: ',', decimal: '.' },
  semicolon: { delimiter: ';', decimal: ',' },
};

export interface TableOptions extends Choice, Overwrite {
  /** The folder into which `<table>.csv` are written. */
  readonly dir: string;
  readonly dialect?: Dialect | undefined;
  /** A byte order mark first, by which Excel knows UTF-8. */
  readonly bom?: boolean | undefined;
}

/**
 * Writes each table as a CSV file, in one pass over the records.
 *
 * @returns the number of rows a table.
 * @throws RunStopped when a file exists and `force` is not given.
 */
export async function writeTables(
  records: Records,
  problems: Problems,
  { dir, dialect = 'comma', bom = false, force, ...choice }: TableOptions,
): Promise<Record<string, number>> {
  return fillFiles(choose(choice), records, problems, async (table) => {
    const out = await openAtomic(join(dir, `${table.name}.csv`), { force });
    await out.write((bom ? '\uFEFF' : '') + lines([table.columns.map(({ header }) => header)], dialect));
    return new CsvFile(table, out, dialect);
  });
}

/** Rows are handed over in batches of this size: each call of csv-stringify has a cost of its own. */
const BATCH = 500;

class CsvFile<Row> implements TableFile<Row> {
  count = 0;
  readonly #table: TableShape<Row>;
  readonly #out: AtomicFile;
  readonly #dialect: Dialect;
  #batch: string[][] = [];

  constructor(table: TableShape<Row>, out: AtomicFile, dialect: Dialect) {
    this.#table = table;
    this.#out = out;
    this.#dialect = dialect;
  }

  async add(rows: Iterable<Row>): Promise<void> {
    for (const row of rows) {
      this.#batch.push(this.#table.columns.map((column) => cellText(column.type, column.value(row), this.#dialect)));
      this.count++;
    }
    if (this.#batch.length >= BATCH) await this.#flush();
  }

  async commit(): Promise<void> {
    await this.#flush();
    await this.#out.commit();
  }

  abandon(): Promise<void> {
    return this.#out.abandon();
  }

  async #flush(): Promise<void> {
    await this.#out.write(lines(this.#batch, this.#dialect));
    this.#batch = [];
  }
}

const lines = (rows: string[][], dialect: Dialect): string =>
  stringify(rows, { delimiter: DIALECTS[dialect].delimiter, quoted_match: /[\r\n]/ });

/** A table of one record as CSV text, header first. */
export function csvOf(table: Table<RecordLayer>, record: OpedRecord): string {
  const cells = [...table.rows(record)].map((row) => table.columns.map((c) => cellText(c.type, c.value(row), 'comma')));
  return lines([table.columns.map(({ header }) => header), ...cells], 'comma');
}

/** How a cell stands in a CSV file: numbers as numbers of the dialect, text so that no program takes it for a formula. */
export function cellText(type: CellType, value: Cell, dialect: Dialect): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', DIALECTS[dialect].decimal);
  if (typeof value === 'boolean') return String(value);
  return type === 'date' ? value.slice(0, 10) : guard(value);
}

/**
 * Characters by which a spreadsheet may take a cell for a formula (OWASP ASVS 1.2.10, with the full-width ones that
 * Excel in East Asian locales accepts), also behind blanks. Apostrophes before them count, so that the guard can be taken off again (docs/spreadsheet.md).
 */
const FORMULA = /^'*\s*[=+\-@\t\r\n\0＝＋－＠]/;

/** Text that begins like a formula gets an apostrophe before it. */
export const guard = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
