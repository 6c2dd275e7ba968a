import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runArchive, type Summary } from '../../src/run-archive/run-archive.ts';
import { filesOf, fromSources, linesOf, newFolder, opEd } from './fixtures/archive.ts';
import { writeHostileInputs } from './fixtures/hostile-inputs.ts';

const good = { 'good/20.txt': opEd(20), 'good/21.txt': opEd(21), 'good/22.txt': opEd(22) };

let summary: Summary;
let problems: Record<string, unknown>[];
let records: Record<string, unknown>[];

beforeAll(async () => {
  const inputs = await filesOf(good);
  await writeHostileInputs(inputs);
  const out = await newFolder();
  summary = await runArchive([inputs], { ...fromSources, out, jobs: 2, limits: { seconds: 60 } });
  problems = await linesOf(join(out, 'problems.jsonl'));
  records = await linesOf(join(out, 'records.jsonl'));
  expect(await readdir(join(out, '..'))).not.toContain('out.txt');
}, 300_000);

const codesOf = (file: string) =>
  problems.filter(({ path }) => basename(String(path)) === file).map(({ code }) => code);
const recordsOf = (file: string) =>
  records.filter(({ source }) => basename((source as { path: string }).path) === file);

describe('one run over every hostile input', () => {
  test('keeps every document that is not hostile', () => {
    for (const file of ['20.txt', '21.txt', '22.txt']) expect(recordsOf(file)).toHaveLength(1);
    expect(summary.interrupted).toBe(false);
  });

  test.each([
    ['a gzip bomb', 'bomb.txt.gz', 'compressed-too-well', 0],
    ['a line of a gigabyte, and the line after it', 'gigabyte.jsonl', 'line-too-long', 1],
    ['a ZIP entry that leads out, and its neighbour', 'slip.zip', 'unsafe-name', 1],
    ['40,000 dashes', 'dashes.txt', 'character-run-too-long', 1],
    ['a lone surrogate', 'surrogate.json', 'lone-surrogate', 1],
    ['100,000 nested tags', 'nested.html', 'nested-too-deep', 0],
  ])('%s costs at most itself', (_, file, code, kept) => {
    expect(codesOf(file)).toContain(code);
    expect(recordsOf(file)).toHaveLength(kept);
  });

  test('an entity bomb costs at most itself', () => {
    // As a feed it is refused; were it taken for text, its entities would stand as they are.
    expect([...codesOf('entities.xml'), ...recordsOf('entities.xml')]).toHaveLength(1);
  });

  test('bytes that are no UTF-8 are kept, and said to be so', () => {
    const [record] = recordsOf('bytes.txt') as { source: { encoding: { by: string } }; text: string }[];
    expect(record!.source.encoding.by).not.toBe('utf-8');
    expect(record!.text.isWellFormed()).toBe(true);
  });

  test('__proto__ as a key and as a name changes nothing but its own record', () => {
    const [record] = recordsOf('proto.json') as { text: string }[];
    expect(record!.text).toContain('Mr. __proto__');
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('text');
  });
});
