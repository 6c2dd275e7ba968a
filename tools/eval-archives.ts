// What is read of every kind of archive: `npm run eval:archives [FOLDER]`, default ../shared/corpora/archives.
// Writes the table of docs/formats.md: articles and refusals by folder, how many have title, date and author, and how
// many titles, dates and texts stand in the sample's own bytes (unpacked, markup and entities undone).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../src/1-read/decode-bytes.ts';
import { decodeEntities } from '../src/1-read/read-html/plain-text.ts';
import { readInput } from '../src/1-read/read-input.ts';
import type { ArticleSource } from '../src/article/article.ts';

const root = process.argv[2] ?? fileURLToPath(new URL('../../shared/corpora/archives/', import.meta.url));
const doc = fileURLToPath(new URL('../docs/formats.md', import.meta.url));

class Row {
  files = 0;
  articles = 0;
  titles = 0;
  dates = 0;
  authors = 0;
  titlesThere = 0;
  datesThere = 0;
  words = 0;
  wordsThere = 0;
  readonly refused = new Map<string, number>();
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The sample's own text, as far as it can be told without our readers: unpacked, encodings of transport undone. */
function sampleText(bytes: Buffer): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes) : bytes;
  const text = decodeBytes(plain).text;
  const transport = text
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const escaped = text
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nt"/]/g, ' ');
  return [text, escaped, transport]
    .map((one) => decodeEntities(decodeEntities(decodeEntities(one))))
    .flatMap((one) => [one, one.replace(/<[^<>]{0,300}>/g, '')])
    .join('\n');
}

function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}

/** Whether the day stands in the sample in any of the usual ways, or a day beside it, for the time zone. */
function hasDate(sample: string, iso: string): boolean {
  return [0, -1, 1].some((shift) => {
    const day = new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + shift * 86_400_000);
    const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
    const two = (n: number) => String(n).padStart(2, '0');
    const forms = [
      `${y}${two(m)}${two(d)}`,
      `${two(d)}${MONTHS[m - 1]}`,
      `${d}${MONTHS[m - 1]}`,
      `${two(m)}${two(d)}${String(y).slice(2)}`,
    ];
    return (
      forms.some((form) => sample.includes(form)) ||
      new RegExp(`${MONTHS[m - 1]}[a-z]*0?${d}(?:${y}|${String(y).slice(2)})`).test(sample)
    );
  });
}

function count(row: Row, article: ArticleSource, sample: string | null): void {
  row.articles += 1;
  if (article.title) row.titles += 1;
  if (article.published) row.dates += 1;
  if (article.authors.length > 0) row.authors += 1;
  if (sample === null) return;
  if (article.title && sample.includes(letters(article.title))) row.titlesThere += 1;
  if (article.published && hasDate(sample, article.published)) row.datesThere += 1;
  for (const line of article.text.split('\n').filter((part) => letters(part) !== '')) {
    row.words += 1;
    if (sample.includes(letters(line))) row.wordsThere += 1;
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const isPacked = (name: string): boolean => /\.(?:wacz|tar\.gz|zip|docx)$|opeds\.warc\.gz$/i.test(name);

const rows = new Map<string, Row>();
for (const file of filesIn(root).sort()) {
  const family = file.slice(root.length).replace(/^\//, '').split('/')[0]!;
  if (family === 'meta.json') continue;
  const row = rows.get(family) ?? new Row();
  rows.set(family, row);
  row.files += 1;
  const sample = isPacked(file) ? null : letters(sampleText(readFileSync(file)));
  for await (const item of readInput(file, { anyLanguage: true })) {
    if (item.ok) count(row, item.article, sample);
    else row.refused.set(item.problem.code, (row.refused.get(item.problem.code) ?? 0) + 1);
  }
}

const of = (some: number, all: number): string => (all === 0 ? '–' : `${some} of ${all}`);
const lines = [
  '| samples | files | articles | refused, by code | with title | with date | with author | title in the sample | date in the sample | blocks in the sample |',
  '|---|--:|--:|---|--:|--:|--:|--:|--:|--:|',
];
for (const [family, row] of rows) {
  const refused =
    [...row.refused]
      .sort()
      .map(([code, n]) => `${code} ${n}`)
      .join(', ') || '–';
  const compared = row.words > 0;
  lines.push(
    `| ${family} | ${row.files} | ${row.articles} | ${refused} | ${row.titles} | ${row.dates} | ${row.authors} | ${compared ? of(row.titlesThere, row.titles) : '–'} | ${compared ? of(row.datesThere, row.dates) : '–'} | ${compared ? of(row.wordsThere, row.words) : '–'} |`,
  );
}
const table = lines.join('\n');
console.log(table);
const [before, after] = readFileSync(doc, 'utf8').split(/<!-- table -->[\s\S]*<!-- end of table -->/);
if (after !== undefined) writeFileSync(doc, `${before}<!-- table -->\n${table}\n<!-- end of table -->${after}`);
