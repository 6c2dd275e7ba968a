import type { LayerName } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';

export type Cell = string | number | boolean | null;

/**
 * How a column's cells are written: `text` never as a formula, `date` as a real
 * date, `share` as a number from 0 to 1, `rate` per 1,000 words, `side` in the
 * colours of pro and con, `flag` as yes or no.
 */
export type CellType = 'text' | 'integer' | 'number' | 'share' | 'rate' | 'date' | 'side' | 'flag';

/** A column says its header, meaning and value once; writers, Read me sheet and docs/columns.md read them from here. */
export interface Column<Row> {
  /** snake_case, never renamed within a major version. */
  readonly header: string;
  readonly meaning: string;
  readonly type: CellType;
  readonly value: (row: Row) => Cell;
  /** In characters of a worksheet's column. */
  readonly width?: number;
  /** The web address that a click on the cell opens. */
  readonly address?: (row: Row) => string | null;
  /** The table whose rows of the same article a click on the cell leads to. */
  readonly leadsTo?: string;
}

/** What a writer needs of any table: its name, its title as a sheet and what each column holds. */
export interface TableShape<Row> {
  /** The CSV file's name. */
  readonly name: string;
  /** The sheet's name. */
  readonly title: string;
  /** What one row is. */
  readonly meaning: string;
  /** Whether people read it row by row, so that long texts wrap. */
  readonly wrap?: boolean;
  /** How many first columns stay in sight in a sheet. */
  readonly frozen?: number;
  readonly columns: readonly Column<Row>[];
}

/** A view of records: `rows` sees only the fields whose layers the table needs. */
export interface TableSpec<Needs extends LayerName, Row> extends TableShape<Row> {
  readonly needs: readonly Needs[];
  readonly rows: (record: RecordOf<Needs>) => Iterable<Row>;
}

/** A table whose row type only its own columns know. */
export type Table<Needs extends LayerName> = TableSpec<Needs, unknown>;

/** Writes a table down, inferring its type from `needs` and `rows`. */
export const table = <const Needs extends LayerName, Row>(spec: TableSpec<Needs, Row>): Table<Needs> =>
  // Its columns are only ever given its own rows, which the erased type cannot say.
  spec as TableSpec<Needs, never> as unknown as Table<Needs>;
