import { join } from 'node:path';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Cell, CellType, TableShape } from '../5-record/tables/table.ts';
import { type AtomicFile, type Overwrite, openAtomic } from './atomic-file.ts';
import { type Choice, choose, type Problems, type Records } from './choice.ts';
import { fillFiles, type TableFile } from './table-files.ts';

export interface ParquetOptions extends Choice, Overwrite {
  /** The folder into which `<table>.parquet` are written. */
  readonly dir: string;
  /** Rows that are gathered before they are written as one group. */
  readonly groupRows?: number | undefined;
}

const GROUP_ROWS = 20_000;

/**
 * Writes each table as a Parquet file with typed, nullable columns, for those
 * who go on in DuckDB, R or pandas. One pass over the records, group by group.
 *
 * @returns the number of rows a table.
 * @throws RunStopped when a file exists and `force` is not given.
 */
export async function writeParquet(
  records: Records,
  problems: Problems,
  { dir, force, groupRows = GROUP_ROWS, ...choice }: ParquetOptions,
): Promise<Record<string, number>> {
  return fillFiles(choose(choice), records, problems, async (table) => {
    const out = await openAtomic(join(dir, `${table.name}.parquet`), { force });
    return new ParquetFile(table, out, groupRows);
  });
}

class ParquetFile<Row> implements TableFile<Row> {
  count = 0;
  readonly #table: TableShape<Row>;
  readonly #out: AtomicFile;
  readonly #groupRows: number;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #group: unknown[][];

  constructor(table: TableShape<Row>, out: AtomicFile, groupRows: number) {
    this.#table = table;
    this.#out = out;
    this.#groupRows = groupRows;
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema: schemaOf(table), createdBy: 'oped' });
    this.#group = table.columns.map(() => []);
  }

  async add(rows: Iterable<Row>): Promise<void> {
    for (const row of rows) {
      for (const [index, { type, value }] of this.#table.columns.entries()) {
        this.#group[index]!.push(parquetValue(type, value(row)));
      }
      this.count++;
      if (this.#group[0]!.length >= this.#groupRows) await this.#flush();
    }
  }

  async commit(): Promise<void> {
    await this.#flush();
    await this.#writer.finish();
    await this.#drain();
    await this.#out.commit();
  }

  abandon(): Promise<void> {
    return this.#out.abandon();
  }

  async #flush(): Promise<void> {
    const columnData = this.#table.columns.map(({ header }, index) => ({ name: header, data: this.#group[index]! }));
    await this.#writer.write({ columnData, rowGroupSize: this.#groupRows });
    this.#group = this.#table.columns.map(() => []);
    await this.#drain();
  }

  /** The writer knows its offset in the whole file; the bytes before it need not stay. */
  async #drain(): Promise<void> {
    await this.#out.write(this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}

type Kind = Omit<SchemaElement, 'name' | 'repetition_type'>;

const TEXT: Kind = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
const DOUBLE: Kind = { type: 'DOUBLE' };

/** Days count from 1970 in both directions, so that old dates are dates here too. */
const KINDS: Record<CellType, Kind> = {
  text: TEXT,
  side: TEXT,
  integer: { type: 'INT32' },
  number: DOUBLE,
  share: DOUBLE,
  rate: DOUBLE,
  flag: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

const schemaOf = ({ columns }: TableShape<never>): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ header, type }): SchemaElement => ({ name: header, repetition_type: 'OPTIONAL', ...KINDS[type] })),
];

/** A date that names no day is null: a column has one type. */
function parquetValue(type: CellType, value: Cell): unknown {
  if (type !== 'date' || typeof value !== 'string') return value;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  const time = Date.parse(day ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}
