import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../src/1-read/options.ts';
import { readInput } from '../../src/1-read/read-input.ts';
import { all, codes, readOne } from '../helpers/read.ts';

const SAMPLE = fileURLToPath(new URL('./samples/letters.mbox', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'oped-mbox-'));

function readBytes(bytes: Uint8Array | string, name: string, options: ReadOptions = {}) {
  writeFileSync(join(folder, name), bytes);
  return all(readInput(join(folder, name), options));
}

describe('a mailbox', () => {
  test('gives each message as an article, and a broken one costs only itself', async () => {
    const items = await all(readInput(SAMPLE));
    expect(codes(items)).toEqual(['ok', 'ok', 'nothing-to-read', 'ok']);
    const articles = items.flatMap((item) => (item.ok ? [item.article] : []));
    expect(
      articles.map(({ title, published, authors, source }) => [title, published, authors[0]?.name, source.archive]),
    ).toEqual([
      ['The harbour is ours', '2014-11-13T09:30:00+00:00', 'Jane Doe', '#1'],
      ['Schools need light', '2014-11-14T07:05:11+00:00', 'Renée Roy', '#2'],
      ['Let the trains run', '2014-11-16T18:45:59+00:00', 'Sam Poe', '#4'],
    ]);
    expect(articles[1]!.text).toBe('Every classroom should have windows. Cafés have them, and prisons too.');
  });

  test('a line "From now on" parts nothing, and marks before "From" are taken off once', async () => {
    const [first] = await all(readInput(SAMPLE));
    const text = first?.ok ? first.article.text : '';
    expect(text).toContain('From now on the council');
    expect(text).toMatch(/^From the pier/m);
    expect(text).toMatch(/^>From this line/m);
  });

  test('is known by its content, gzipped too, whatever its name and its ends of lines', async () => {
    const crlf = readFileSync(SAMPLE, 'utf8').replaceAll('\n', '\r\n');
    const plain = await all(readInput(SAMPLE));
    for (const bytes of [gzipSync(readFileSync(SAMPLE)), crlf]) {
      const items = await readBytes(bytes, 'Archive-2014');
      expect(items.map((item) => item.ok && item.article.title)).toEqual(
        plain.map((item) => item.ok && item.article.title),
      );
    }
  });

  test('a message above the limit, and one that is cut short, cost only themselves', async () => {
    const sample = readFileSync(SAMPLE, 'utf8');
    const long = sample.replace('The harbour belongs', `${'It is so. '.repeat(300)}\nThe harbour belongs`);
    const codesOf = codes(await readBytes(long, 'long.mbox', { maxBytes: 2000 }));
    expect(codesOf).toEqual(['input-too-large', 'ok', 'nothing-to-read', 'ok']);
    const cut = await readBytes(sample.slice(0, sample.indexOf('Subject: Let the')), 'cut.mbox');
    expect(codes(cut)).toEqual(['ok', 'ok', 'nothing-to-read', 'nothing-to-read']);
  });

  test('a letter that begins with "From" is none', async () => {
    const text =
      'From where I stand at 10:30 in 2014 the town looks fine.\n\nFrom there it does not, and we should act now.\n';
    expect((await readOne(text)).source.format).toBe('text');
    const [item] = await readBytes(text, 'letter.txt');
    expect(item?.ok && item.article.text).toBe(text);
  });
});
