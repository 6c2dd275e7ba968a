import { issueTally } from '../5-record/issue-tally.ts';
import type { ProblemLine } from '../5-record/problem-line.ts';
import type { OpedRecord, RecordLayer } from '../5-record/record.ts';
import { issues } from '../5-record/tables/issues.ts';
import { problems } from '../5-record/tables/problems.ts';
import type { Column, Table, TableShape } from '../5-record/tables/table.ts';
import { TABLES } from '../5-record/tables.ts';
import { RunStopped } from '../article/problem.ts';

/** Which tables and columns are wanted; all when nothing is said. */
export interface Choice {
  /** Names of tables, such as `articles`. */
  readonly tables?: readonly string[] | undefined;
  /** Headers, such as `lean`, or headers of one table, such as `articles.title`. */
  readonly columns?: readonly string[] | undefined;
}

export interface Chosen {
  readonly tables: readonly Table<RecordLayer>[];
  /** Tables that no single record tells; they are written after the others. */
  readonly late: readonly LateTable[];
}

export type Records = () => AsyncIterable<OpedRecord>;
export type Problems = () => AsyncIterable<ProblemLine> | Iterable<ProblemLine>;

/** A table of a whole archive, whose rows are known when every record has been seen, or of what no record came of. */
export interface LateTable {
  readonly table: TableShape<never>;
  readonly see: (record: OpedRecord) => void;
  readonly rows: (problems: Problems) => AsyncIterable<never> | Iterable<never>;
}

/** In the order of the workbook's sheets; anew for each writing, since they count what they see. */
function lateTables(): LateTable[] {
  const tally = issueTally();
  return [
    { table: issues as TableShape<never>, see: tally.add, rows: () => tally.summaries() as never[] },
    { table: problems as TableShape<never>, see: () => {}, rows: (lines) => lines() as AsyncIterable<never> },
  ];
}

/**
 * The tables that were asked for with the columns that were asked for. A table
 * of which no column is wanted is left out.
 *
 * @throws RunStopped for a name that there is not.
 */
export function choose({ tables, columns }: Choice): Chosen {
  const late = lateTables();
  const known = [...TABLES, ...late.map(({ table }) => table)] as readonly TableShape<never>[];
  refuseUnknown('table', tables ?? [], new Set(known.map(({ name }) => name)));
  refuseUnknown(
    'column',
    columns ?? [],
    new Set(known.flatMap((table) => table.columns.flatMap((c) => keysOf(table, c)))),
  );
  const wanted = <Row, T extends TableShape<Row>>(table: T): T[] => {
    if (tables && !tables.includes(table.name)) return [];
    const kept = table.columns.filter(
      (column) => !columns || keysOf(table, column).some((key) => columns.includes(key)),
    );
    return kept.length === 0 ? [] : [{ ...table, columns: kept }];
  };
  return {
    tables: TABLES.flatMap((table) => wanted<unknown, Table<RecordLayer>>(table)),
    late: late.flatMap((one) => wanted<never, TableShape<never>>(one.table).map((table) => ({ ...one, table }))),
  };
}

const keysOf = ({ name }: Pick<TableShape<never>, 'name'>, { header }: Pick<Column<never>, 'header'>): string[] => [
  header,
  `${name}.${header}`,
];

function refuseUnknown(what: string, asked: readonly string[], known: ReadonlySet<string>): void {
  const unknown = asked.find((name) => !known.has(name));
  if (unknown !== undefined) throw new RunStopped(`There is no ${what} "${unknown}"; docs/columns.md lists them all.`);
}
