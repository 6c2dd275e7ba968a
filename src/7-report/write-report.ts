import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpedRecord } from '../5-record/record.ts';
import { authorsOf } from '../5-record/tables/words.ts';
import { type Overwrite, refuseExisting, writeAtomically } from '../6-write/atomic-file.ts';
import type { Records } from '../6-write/choice.ts';
import { sha256 } from '../article/sha256.ts';
import { type ArchiveFigures, archiveFigures } from './archive-figures.ts';
import { articlePage } from './article-page.ts';
import { safeJson } from './html.ts';
import { indexPage } from './index-page.ts';

export interface ReportOptions extends Overwrite {
  readonly dir: string;
  /** Articles a data file of the index. */
  readonly chunk?: number | undefined;
}

const ASSETS = ['report.css', 'article.js', 'review.js', 'index.js'];
const CHUNK = 1_000;

/** Puts a file, named from the report's folder, where it belongs. */
type Put = (file: string, text: string) => Promise<unknown>;

/**
 * Writes pages that open from disk: `index.html`, one page an article under
 * `articles/`, and the index's data in script files, since pages opened from
 * disk may fetch nothing. Reads the records twice; memory does not grow with them.
 *
 * @returns how many articles have a page; the same article twice has one. Nothing is written for none.
 * @throws RunStopped when `index.html` exists and `force` is not given, or the disk refuses.
 */
export async function writeReport(records: Records, { dir, force, chunk = CHUNK }: ReportOptions): Promise<number> {
  if (!force) await refuseExisting(join(dir, 'index.html'));
  const figures = await archiveFigures(distinct(records()));
  if (figures.articles === 0) return 0;
  const put: Put = (file, text) =>
    writeAtomically(join(dir, file), { force: true, lasting: false }, (out) => out.write(text));
  for (const file of ASSETS)
    await put(`assets/${file}`, await readFile(new URL(`assets/${file}`, import.meta.url), 'utf8'));
  const chunks = await putArticles(distinct(records()), figures, put, chunk);
  await put('index.html', indexPage(figures, chunks));
  return figures.articles;
}

/** Each article once, however often it was read. */
async function* distinct(records: AsyncIterable<OpedRecord>): AsyncGenerator<OpedRecord> {
  const seen = new Set<string>();
  for await (const record of records) {
    if (!seen.has(record.id)) yield record;
    seen.add(record.id);
  }
}

/** @returns the data files of the index, in order */
async function putArticles(
  records: AsyncIterable<OpedRecord>,
  figures: ArchiveFigures,
  put: Put,
  chunk: number,
): Promise<string[]> {
  const chunks: string[] = [];
  let rows: IndexRow[] = [];
  const putChunk = async () => {
    chunks.push(`data/articles-${chunks.length}.js`);
    await put(chunks.at(-1)!, `oped.add(${safeJson(rows)});\n`);
    rows = [];
  };
  for await (const record of records) {
    const name = fileName(record.id);
    await put(`articles/${name}.html`, articlePage(record, figures));
    rows.push(indexRow(record, name));
    if (rows.length >= chunk) await putChunk();
  }
  if (rows.length > 0) await putChunk();
  return chunks;
}

/** Ids of records that oped made are hex digits; of any other only a hash becomes part of a path. */
const fileName = (id: string): string => (/^[0-9a-z]{1,64}$/.test(id) ? id : sha256(id).slice(0, 32));

type IndexRow = readonly (string | number | readonly string[])[];

/** In the order that assets/index.js reads: file, title, authors, date, lean, issue, pro, con, names. */
const indexRow = (record: OpedRecord, name: string): IndexRow => [
  name,
  record.title ?? 'Untitled',
  authorsOf(record),
  record.published?.slice(0, 10) ?? '',
  record.verdict.lean,
  record.issue.phrase ?? '',
  record.balance.pro,
  record.balance.con,
  record.entities.map(({ name }) => name),
];
