// How well pages are read: `npm run eval:pages [FOLDER] [--verbose]`, default ../shared/corpora/pages.
// Body: bag-of-words F1 with expected.txt, a page at a time, then the mean. Title: the same letters and digits, with or without the site's name behind a bar.
// Date: the same moment, or the same day where one side has no time. Authors: the same set of names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { cleanAuthors } from '../src/1-read/clean-authors.ts';
import { decodeBytes } from '../src/1-read/decode-bytes.ts';
import type { Draft } from '../src/1-read/draft.ts';
import { isOpinion } from '../src/1-read/is-opinion/is-opinion.ts';
import { isoDate } from '../src/1-read/iso-date.ts';
import { parsePage } from '../src/1-read/read-html/parse-page.ts';
import { readHtml } from '../src/1-read/read-html/read-html.ts';

interface Expected {
  readonly url?: string | null;
  readonly title?: string | null;
  readonly authors?: string | string[] | null;
  readonly date?: string | null;
  readonly genre?: string;
  readonly must_contain?: string[] | null;
  readonly must_not_contain?: string[] | null;
  readonly first_words?: string;
}

/** Genres of the pages, as their README gives them, that are opinion. */
const OPINION = /opinion|op-ed|editorial|column|essay|letter|commentary|advice|review|blog|analysis/i;

type Fields = Pick<Draft, 'title' | 'published' | 'text'> & {
  readonly authors: readonly string[];
  readonly opinion?: boolean;
};

const shared = fileURLToPath(new URL('../../shared/corpora/pages/', import.meta.url));
const verbose = process.argv.includes('--verbose');
const root = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? shared;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function bagF1(expected: string, found: string): number {
  const counts = new Map<string, number>();
  for (const word of words(expected)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of words(found)) {
    const left = counts.get(word) ?? 0;
    if (left > 0) hits += 1;
    counts.set(word, left - 1);
  }
  return (2 * hits) / (words(expected).length + words(found).length || 1);
}

/** Some of the expected titles are `<title>` with the site's name behind a bar; with or without it is right. */
const sameTitle = (expected: string, found: string): boolean =>
  letters(expected) === letters(found) ||
  (found.length > 10 && [' | ', ' - ', ' – ', ' — '].some((bar) => expected.startsWith(found + bar)));

function sameDate(expected: string, found: string | null): boolean {
  const [a, b] = [isoDate(expected), found && isoDate(found)];
  if (!a || !b) return false;
  const isDay = (date: string) => date.length === 10 || /T00:00:00(?:Z|[+]00:00)?$/.test(date);
  if (isDay(a) || isDay(b)) return a.slice(0, 10) === b.slice(0, 10);
  const moment = (date: string) => Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}Z`);
  return Math.abs(moment(a) - moment(b)) < 60_000 || a.slice(0, 16) === b.slice(0, 16);
}

const namesOf = (authors: string | string[]): string[] =>
  cleanAuthors([authors].flat())
    .map(({ name }) => letters(name))
    .sort();

const sameNames = (expected: string | string[], found: readonly string[]): boolean =>
  namesOf(expected).join() === found.map(letters).sort().join();

const tallies = new Map<string, { right: number; of: number }>();
function count(name: string, right: number, of = 1): void {
  const tally = tallies.get(name) ?? { right: 0, of: 0 };
  tallies.set(name, { right: tally.right + right, of: tally.of + of });
}

function compare(who: string, set: string, expected: Expected, body: string | null, found: Fields): void {
  const names = [who, `${who} · ${set}`];
  const told: string[] = [];
  const tally = (field: string, right: number, what: string) => {
    for (const name of names) count(`${name} · ${field}`, right);
    if (right < 0.95) told.push(`${field} ${right === 0 ? '' : right.toFixed(3)} ${what}`);
  };
  if (body !== null) tally('body F1', bagF1(body, found.text), '');
  if (expected.title)
    tally('titles', Number(sameTitle(expected.title, found.title ?? '')), `${expected.title} ≠ ${found.title}`);
  if (expected.date)
    tally('dates', Number(sameDate(expected.date, found.published)), `${expected.date} ≠ ${found.published}`);
  const authors = expected.authors;
  if (authors && namesOf(authors).length > 0)
    tally('authors', Number(sameNames(authors, found.authors)), `${authors} ≠ ${found.authors}`);
  for (const part of expected.must_contain ?? [])
    tally('must contain', Number(letters(found.text).includes(letters(part))), part);
  for (const part of expected.must_not_contain ?? [])
    tally('must not contain', Number(!letters(found.text).includes(letters(part))), part);
  const isTrue = OPINION.test(expected.genre ?? '');
  if (found.opinion !== undefined && isTrue) tally('opinion kept', Number(found.opinion), expected.genre ?? '');
  if (found.opinion !== undefined && !isTrue) tally('others left out', Number(!found.opinion), expected.genre ?? '');
  if (expected.first_words)
    tally('first words', Number(letters(found.text).includes(letters(expected.first_words))), expected.first_words);
  if (verbose && who === 'oped') for (const line of told) console.log(`  ${line}`);
}

function readability(html: string): Fields {
  const found = new Readability(parsePage(html) as never).parse();
  const byline = found?.byline?.trim();
  return {
    title: found?.title ?? null,
    published: found?.publishedTime ?? null,
    text: found?.textContent ?? '',
    authors: byline ? [byline] : [],
  };
}

function oped(html: string, url: string | null): Fields {
  try {
    const [draft] = readHtml(html, url);
    return { ...draft!, authors: draft!.authors.map(({ name }) => name), opinion: isOpinion(draft!) };
  } catch {
    return { title: null, published: null, text: '', authors: [] };
  }
}

let pages = 0;
let spent = 0;
for (const set of readdirSync(root).sort()) {
  for (const id of readdirSync(join(root, set)).sort()) {
    const file = (name: string) => join(root, set, id, name);
    const html = decodeBytes(gunzipSync(readFileSync(file('source.html.gz')))).text;
    const expected = JSON.parse(readFileSync(file('expected.json'), 'utf8')) as Expected;
    const body = existsSync(file('expected.txt')) ? readFileSync(file('expected.txt'), 'utf8') : null;
    if (verbose) console.log(`${set}/${id}`);
    const start = performance.now();
    const found = oped(html, expected.url ?? null);
    spent += performance.now() - start;
    pages += 1;
    compare('oped', set, expected, body, found);
    compare('Readability', set, expected, body, readability(html));
  }
}

console.log(`${pages} pages, ${(spent / pages).toFixed(1)} ms each\n`);
for (const [name, { right, of }] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const isMean = name.endsWith('F1');
  console.log(
    `${name.padEnd(48)} ${isMean ? (right / of).toFixed(4) : `${right} of ${of}`}${isMean ? ` over ${of}` : ''}`,
  );
}
