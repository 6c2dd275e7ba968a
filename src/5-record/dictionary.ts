import { issues } from './tables/issues.ts';
import { problems } from './tables/problems.ts';
import type { CellType, TableShape } from './tables/table.ts';
import { TABLES } from './tables.ts';

/** What a reader of a column may expect of its cells. */
const TYPE_NAMES: Record<CellType, string> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  share: 'number from 0 to 1',
  rate: 'number per 1,000 words',
  date: 'date',
  side: 'text',
  flag: 'true or false',
};

export interface DictionaryEntry {
  readonly table: string;
  readonly header: string;
  readonly type: string;
  readonly meaning: string;
}

// The shapes are read for their words only, which do not depend on the rows.
const SHAPES: readonly Pick<TableShape<never>, 'name' | 'title' | 'meaning' | 'columns'>[] = [
  ...TABLES,
  issues,
  problems,
];

/** Every column of every table, from which headers, the Read me sheet and docs/columns.md come. */
export const dictionary: readonly DictionaryEntry[] = SHAPES.flatMap(({ name, columns }) =>
  columns.map(({ header, type, meaning }) => ({ table: name, header, type: TYPE_NAMES[type], meaning })),
);

/** docs/columns.md. */
export function columnsDocument(): string {
  const sections = SHAPES.map(({ name, title, meaning, columns }) => {
    const rows = columns.map((column) => `| \`${column.header}\` | ${TYPE_NAMES[column.type]} | ${column.meaning} |`);
    return [
      `## ${title} (\`${name}.csv\`)`,
      '',
      `A row: ${meaning}`,
      '',
      '| column | holds | meaning |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `${INTRODUCTION}\n\n${sections.join('\n\n')}\n`;
}

const INTRODUCTION = `# Columns

<!-- Made by \`npm run docs\` from src/5-record/tables. A test fails when it is stale. -->

The same tables as CSV files and as sheets of the workbook. Every table but Problems is a view of \`records.jsonl\`.
An empty cell means that the source or the text does not say. Positions count UTF-16 code units, the first being 0,
and the end is the first position after.`;
