import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { RunStopped } from '../../article/problem.ts';

/** A row of a sheet: what stands in the column with that header; empty cells are absent. */
export type SheetRow = ReadonlyMap<string, string | number | boolean>;

/** A workbook open for reading, ours or as a spreadsheet program has saved it since. */
export interface WorkbookReader {
  readonly titles: readonly string[];
  /** The rows of a sheet whose first row are headers, one after the other. */
  rows(title: string): AsyncGenerator<SheetRow>;
  close(): void;
}

/** @throws RunStopped when the file is no workbook. */
export async function openWorkbook(file: string): Promise<WorkbookReader> {
  try {
    const zip = await openPromise(file, { autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const sheets = sheetsOf(
      await textOf(zip, entries, 'xl/workbook.xml'),
      await textOf(zip, entries, 'xl/_rels/workbook.xml.rels'),
    );
    const shared = entries.has('xl/sharedStrings.xml')
      ? sharedOf(await textOf(zip, entries, 'xl/sharedStrings.xml'))
      : [];
    return {
      titles: [...sheets.keys()],
      rows: (title) => withHeaders(rowsOf(zip, entryOf(entries, `xl/${sheets.get(title)}`), shared)),
      close: () => zip.close(),
    };
  } catch (error) {
    throw new RunStopped(`${file} is no workbook that can be read: ${(error as Error).message.replace(/\.+$/, '')}.`, {
      cause: error,
    });
  }
}

function entryOf(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (!entry) throw new Error(`${name} is missing`);
  return entry;
}

async function textOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, name: string): Promise<string> {
  let text = '';
  for await (const piece of decoded(await zip.openReadStreamPromise(entryOf(entries, name)))) text += piece;
  return text;
}

async function* decoded(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Title of each sheet and the part that holds it. */
function sheetsOf(workbook: string, relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [element] of relations.matchAll(/<Relationship [^>]*>/g)) {
    targets.set(attribute(element, 'Id') ?? '', (attribute(element, 'Target') ?? '').replace(/^\/?xl\//, ''));
  }
  const sheets = [...workbook.matchAll(/<sheet [^>]*>/g)].map(([element]) => element);
  return new Map(
    sheets.map((element) => [attribute(element, 'name') ?? '', targets.get(attribute(element, 'r:id') ?? '') ?? '']),
  );
}

const attribute = (element: string, name: string): string | null => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];
  return value === undefined ? null : unescapeXml(value);
};

const sharedOf = (xml: string): string[] =>
  xml
    .split('<si')
    .slice(1)
    .map((item) => runsOf(item.slice(0, item.indexOf('</si>'))));

/** The text of all runs of a cell, phonetic hints left out. */
const runsOf = (xml: string): string =>
  [...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)]
    .map(([, text]) => unescapeText(text!))
    .join('');

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
    name ? (NAMED[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );

/** Also undoes `_x005F_`, by which Excel says an underscore that would begin an escape. */
const unescapeText = (xml: string): string =>
  unescapeXml(xml).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

type Cells = Map<string, string | number | boolean>;

/** Rows as column letter and value, read as a stream: no more than a row and a chunk are held. */
async function* rowsOf(zip: ZipFile, entry: Entry, shared: readonly string[]): AsyncGenerator<Cells> {
  let rest = '';
  for await (const piece of decoded(await zip.openReadStreamPromise(entry))) {
    const rows = (rest + piece).split('</row>');
    rest = rows.pop()!;
    for (const row of rows) yield cellsOf(row, shared);
  }
}

function cellsOf(row: string, shared: readonly string[]): Cells {
  const cells: Cells = new Map();
  for (const [, column, attributes, content] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const value = content === undefined ? null : cellValue(attributes!, content, shared);
    if (value !== null) cells.set(column!, value);
  }
  return cells;
}

function cellValue(attributes: string, content: string, shared: readonly string[]): string | number | boolean | null {
  const type = attribute(attributes, 't');
  if (type === 'inlineStr') return runsOf(content);
  const value = /<v>([^<]*)<\/v>/.exec(content)?.[1];
  if (value === undefined) return null;
  if (type === 's') return shared[Number(value)] ?? null;
  if (type === 'str') return unescapeText(value);
  return type === 'b' ? value === '1' : Number(value);
}

async function* withHeaders(rows: AsyncGenerator<Cells>): AsyncGenerator<SheetRow> {
  let headers: Map<string, string> | null = null;
  for await (const cells of rows) {
    if (headers)
      yield new Map(
        [...cells].flatMap(([column, value]) => (headers!.has(column) ? [[headers!.get(column)!, value]] : [])),
      );
    else headers = new Map([...cells].map(([column, value]) => [column, String(value)]));
  }
}
