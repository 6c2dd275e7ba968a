import { join } from 'node:path';
import type { Column, TableShape } from '../../5-record/tables/table.ts';
import { cellXml, columnName, type Mended } from './cell.ts';
import { SheetFile, widthOf } from './sheet-file.ts';
import { formatOf } from './styles.ts';

/** Rows that a worksheet can hold, the header included. */
export const ROW_LIMIT = 1_048_576;

/** What had to be mended in a column of one article. */
export type MendedColumn = (header: string, what: Parameters<Mended>[0]) => void;

/** Where a table's next row will stand, as links say it; null when the table is not in the workbook. */
export type Places = (table: string) => string | null;

/** One table as one sheet, and as further sheets when it is longer than a sheet can be. */
export class TableSheets<Row> {
  /** Data rows over all sheets. */
  count = 0;
  readonly sheets: SheetFile[] = [];
  readonly table: TableShape<Row>;
  readonly #folder: string;
  readonly #limit: number;

  private constructor(table: TableShape<Row>, folder: string, limit: number) {
    this.table = table;
    this.#folder = folder;
    this.#limit = limit;
  }

  static async open<Row>(table: TableShape<Row>, folder: string, limit: number): Promise<TableSheets<Row>> {
    const sheets = new TableSheets(table, folder, limit);
    await sheets.#openNext();
    return sheets;
  }

  /** `'Balance'!A7`, where the next row will be. */
  get nextPlace(): string {
    return this.placeOf(this.count);
  }

  /** Where the data row with this number, counted from 0, is or will be. */
  placeOf(number: number): string {
    const part = Math.floor(number / (this.#limit - 1));
    return `'${this.#titleOf(part)}'!A${(number % (this.#limit - 1)) + 2}`;
  }

  add(row: Row, places?: Places, mended?: MendedColumn): Promise<void> {
    return this.addAs(this.table.columns, row, places, mended);
  }

  /** Adds a row of another kind, by columns of its own that stand in for the table's. */
  async addAs<Other>(
    columns: readonly Column<Other>[],
    row: Other,
    places: Places = () => null,
    mended: MendedColumn = () => {},
  ): Promise<void> {
    if (this.#isFull) {
      await this.#last.close();
      await this.#openNext();
    }
    const wraps = this.table.wrap === true;
    let cells = '';
    let lines = 1;
    for (const [index, column] of columns.entries()) {
      const at = columnName(index) + this.#last.nextRow;
      const value = column.value(row);
      const linked = isLink(column) && (await this.#link(column, row, at, places));
      const format = linked ? 'link' : formatOf(column.type, value, wraps);
      if (wraps && typeof value === 'string')
        lines = Math.max(lines, linesOf(value, widthOf(this.table.columns[index]!)));
      cells += cellXml(at, column.type, value, format, (what) => mended(column.header, what));
    }
    await this.#last.add(cells, lines);
    this.count++;
  }

  close(): Promise<void> {
    return this.#last.close();
  }

  abandon(): Promise<void> {
    return this.#last.abandon();
  }

  async #link<Other>({ address, leadsTo }: Column<Other>, row: Other, at: string, places: Places): Promise<boolean> {
    const outside = address?.(row) ?? null;
    const inside = leadsTo ? places(leadsTo) : null;
    if (!this.#last.hasRoomForLinks) return false;
    if (outside !== null && isWeb(outside)) await this.#last.linkOutside(at, outside);
    else if (inside !== null) await this.#last.linkInside(at, inside);
    else return false;
    return true;
  }

  get #last(): SheetFile {
    return this.sheets.at(-1)!;
  }

  get #isFull(): boolean {
    return this.#last.rows >= this.#limit;
  }

  #titleOf(part: number): string {
    return part === 0 ? this.table.title : `${this.table.title} ${part + 1}`;
  }

  async #openNext(): Promise<void> {
    const path = join(this.#folder, `${this.table.name}-${this.sheets.length}.xml`);
    this.sheets.push(
      await SheetFile.open(path, this.#titleOf(this.sheets.length), this.table.columns, this.table.frozen ?? 0),
    );
  }
}

/** Addresses that a click may open: nothing but the web. An address longer than Excel takes stays text. */
const isWeb = (address: string): boolean => /^https?:\/\/[^\s"<>\\]+$/i.test(address) && address.length <= 2_079;

const isLink = ({ address, leadsTo }: Column<never>): boolean => address !== undefined || leadsTo !== undefined;

/** How many lines a text takes in a column: not every program works that out by itself. Widths count digits, about as wide as letters. */
const linesOf = (text: string, width: number): number => Math.ceil(text.length / width);
