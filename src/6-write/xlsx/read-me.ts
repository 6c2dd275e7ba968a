import { dictionary } from '../../5-record/dictionary.ts';
import type { TableShape } from '../../5-record/tables/table.ts';
import type { Chosen } from '../choice.ts';

interface Row {
  readonly sheet: string;
  readonly column: string;
  readonly holds: string;
  readonly meaning: string;
}

const SHEET = 'Read me';

const ABOUT: readonly (readonly [string, string])[] = [
  [
    'What this is',
    'Opinion articles taken apart by oped: what each is about, what speaks for and against it, who says so, and where the author comes down. Begin with Articles, then Balance.',
  ],
  [
    'pro and con',
    'pro speaks for the issue of the article, con against it. What the issue is stands in Articles: a piece against a ban has the ban as its issue, and leans con.',
  ],
  [
    'lean',
    'Says pro or con only where oped is sure enough to be right in about 8 of 10 articles, else unclear: read closing_words then. Its guess stands in lean_guess, far right, and is what Issues and Measures count.',
  ],
  [
    'How sure',
    'Everything was found by rules and models that can err. Columns named confidence run from 0 (a guess) to 1 (sure); because and found_by name the rule or model.',
  ],
  [
    'Links',
    'A click on an article_id leads from Articles to its points in Balance, and from every other sheet back to the row in Articles.',
  ],
  [
    'Limits',
    'A text longer than 32,767 characters ends in "… [cut]"; characters that a workbook cannot hold are removed; both are listed in Problems. A sheet that is full goes on in "<name> 2". Of the links, Excel takes 65,530 a sheet; further ones stay plain. Dates before March 1900 stand as text.',
  ],
];

/** The first sheet: what the workbook is, which sheets it has, and what each of their columns means. */
export function readMe(chosen: Chosen, counts: (table: string) => number): { table: TableShape<Row>; rows: Row[] } {
  const shapes = [...chosen.tables, ...chosen.late.map(({ table }) => table)] as readonly TableShape<never>[];
  const about = ABOUT.map(([column, meaning]) => ({ sheet: SHEET, column, holds: '', meaning }));
  const sheets = shapes.map(({ name, title, meaning }) => ({
    sheet: title,
    column: '(all)',
    holds: `${counts(name)} rows`,
    meaning: `A row: ${meaning}`,
  }));
  const columns = shapes.flatMap(({ name, title, columns: kept }) =>
    dictionary
      .filter(({ table, header }) => table === name && kept.some((column) => column.header === header))
      .map(({ header, type, meaning }) => ({ sheet: title, column: header, holds: type, meaning })),
  );
  return { table: TABLE, rows: [...about, ...sheets, ...columns] };
}

const TABLE: TableShape<Row> = {
  name: 'read-me',
  title: SHEET,
  meaning: 'What the workbook holds.',
  wrap: true,
  columns: [
    { header: 'sheet', meaning: '', type: 'text', value: (row) => row.sheet, width: 16 },
    { header: 'column', meaning: '', type: 'text', value: (row) => row.column, width: 28 },
    { header: 'holds', meaning: '', type: 'text', value: (row) => row.holds, width: 24 },
    { header: 'meaning', meaning: '', type: 'text', value: (row) => row.meaning, width: 100 },
  ],
};
