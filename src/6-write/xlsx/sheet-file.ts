import { readFile } from 'node:fs/promises';
import type { Column } from '../../5-record/tables/table.ts';
import { type AtomicFile, openAtomic } from '../atomic-file.ts';
import { cellXml, columnName } from './cell.ts';
import { escapeXml } from './cell-text.ts';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

const TAIL =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  // Titles such as "1984" are text on purpose.
  '<ignoredErrors><ignoredError sqref="AREA" numberStoredAsText="1"/></ignoredErrors></worksheet>';

const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

/** Of a line of text, in points; and the highest that a row can be. */
const LINE = 15;
const HIGHEST = 409;

/** Excel opens no sheet with more links than this; further cells stay plain text. */
const LINK_LIMIT = 65_530;

/** One worksheet while it is written to a file of its own; links are gathered beside and come at the end, as the format wants. */
export class SheetFile {
  readonly title: string;
  readonly path: string;
  /** Rows so far, the header included. */
  rows = 0;
  #linked = 0;
  readonly #columns: readonly Column<never>[];
  readonly #out: AtomicFile;
  readonly #links: AtomicFile;
  readonly #relations: AtomicFile;

  private constructor(path: string, title: string, columns: readonly Column<never>[], files: readonly AtomicFile[]) {
    this.path = path;
    this.title = title;
    this.#columns = columns;
    [this.#out, this.#links, this.#relations] = files as [AtomicFile, AtomicFile, AtomicFile];
  }

  static async open(
    path: string,
    title: string,
    columns: readonly Column<never>[],
    frozen: number,
  ): Promise<SheetFile> {
    const files: AtomicFile[] = [];
    for (const part of [path, `${path}.links`, `${path}.rels`]) files.push(await openAtomic(part, { lasting: false }));
    const sheet = new SheetFile(path, title, columns, files);
    await sheet.#out.write(
      `${HEAD}${view(frozen)}<sheetFormatPr defaultRowHeight="${LINE}"/>${widths(columns)}<sheetData>`,
    );
    await sheet.#relations.write(RELATIONS);
    await sheet.add(columns.map(({ header }, i) => cellXml(place(i, 1), 'text', header, 'header', () => {})).join(''));
    return sheet;
  }

  get nextRow(): number {
    return this.rows + 1;
  }

  /** Where its cells lie, for filters. */
  get area(): string {
    return `A1:${place(this.#columns.length - 1, this.rows)}`;
  }

  get hasRoomForLinks(): boolean {
    return this.#linked < LINK_LIMIT;
  }

  /** Appends a row whose cells' XML is given, as high as so many lines of text are. */
  add(cells: string, lines = 1): Promise<void> {
    this.rows++;
    const height = lines > 1 ? ` ht="${Math.min(lines * LINE, HIGHEST)}" customHeight="1"` : '';
    return this.#out.write(`<row r="${this.rows}"${height}>${cells}</row>`);
  }

  /** Makes a cell a link to a place in this workbook. */
  linkInside(cell: string, location: string): Promise<void> {
    this.#linked++;
    return this.#links.write(`<hyperlink ref="${cell}" location="${escapeXml(location)}"/>`);
  }

  /** Makes a cell a link to the web. */
  async linkOutside(cell: string, address: string): Promise<void> {
    const id = `rId${++this.#linked}`;
    await this.#links.write(`<hyperlink ref="${cell}" r:id="${id}"/>`);
    await this.#relations.write(
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
    );
  }

  async close(): Promise<void> {
    await this.#relations.write('</Relationships>');
    await this.#relations.commit();
    await this.#links.commit();
    const links = await readFile(`${this.path}.links`, 'utf8');
    await this.#out.write(
      `</sheetData><autoFilter ref="${this.area}"/>${links && `<hyperlinks>${links}</hyperlinks>`}`,
    );
    await this.#out.write(TAIL.replace('AREA', this.area));
    await this.#out.commit();
  }

  /** Lets go of the files, which lie in a folder that goes as a whole. */
  async abandon(): Promise<void> {
    for (const file of [this.#out, this.#links, this.#relations]) await file.abandon();
  }
}

const place = (column: number, row: number): string => columnName(column) + row;

/** The header row and the first columns stay in sight. */
const view = (frozen: number): string => {
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft';
  const across = frozen > 0 ? ` xSplit="${frozen}"` : '';
  return `<sheetViews><sheetView workbookViewId="0"><pane${across} ySplit="1" topLeftCell="${place(frozen, 2)}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
};

const NARROW = 11;

/** In characters; where nothing is said, as wide as the header and its filter button want. */
export const widthOf = ({ width, header }: Column<never>): number =>
  width ?? Math.max(NARROW, Math.min(header.length + 3, 20));

const widths = (columns: readonly Column<never>[]): string =>
  `<cols>${columns
    .map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column)}" customWidth="1"/>`)
    .join('')}</cols>`;
