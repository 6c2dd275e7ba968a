import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { readJsonl } from '../../src/1-read/containers/read-jsonl.ts';
import type { ReadOptions } from '../../src/1-read/options.ts';
import { readInput } from '../../src/1-read/read-input.ts';
import { all, codes } from '../helpers/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'oped-containers-'));
const text = 'They smile. They left the room when the vote was lost.';
let files = 0;

async function readFile(bytes: Uint8Array | string, name: string, options: ReadOptions = {}) {
  const path = join(folder, `${++files}-${name}`);
  writeFileSync(path, bytes);
  return all(readInput(path, options));
}

async function bytesOf(stream: unknown): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const tarOf = (
  entries: { name: string; body?: string | Buffer; type?: 'symlink'; linkname?: string }[],
): Promise<Buffer> => {
  const tar = pack();
  for (const { body = '', ...header } of entries) tar.entry(header, body);
  tar.finalize();
  return bytesOf(tar);
};

const zipOf = (entries: Record<string, string | Buffer>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, body] of Object.entries(entries)) zip.addBuffer(Buffer.from(body as string), name);
  zip.end();
  return bytesOf(zip.outputStream);
};

/** yazl writes no unsafe names, so one of the same length is written over in both places. */
const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

const warcRecord = (type: string, body: string, length = Buffer.byteLength(body)): string =>
  `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://x.example/a\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\n${body}\r\n\r\n`;
const page = `<html><body><article><p>${text.repeat(8)}</p></article></body></html>`;
const http = (headers: string, body: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n${body}`;

const paths = (items: Awaited<ReturnType<typeof readFile>>) =>
  items.map((item) => (item.ok ? item.article.source.archive : item.source.archive));

describe('archives', () => {
  test('tar and tar.gz give their files, each under its name', async () => {
    const tar = await tarOf([
      { name: 'a/1.txt', body: text },
      { name: 'a/2.md', body: `# Why\n\n${text}` },
      { name: 'a/.hidden', body: 'x' },
    ]);
    for (const bytes of [tar, gzipSync(tar)]) {
      const items = await readFile(bytes, 'news.tar');
      expect(codes(items)).toEqual(['ok', 'ok']);
      expect(paths(items)).toEqual(['a/1.txt', 'a/2.md']);
    }
  });

  test('ZIP gives its files, and an archive in it', async () => {
    const inner = await zipOf({ 'b.txt': text });
    const items = await readFile(
      await zipOf({ 'a.txt': text, 'in.zip': inner, 'deep.zip': await zipOf({ 'in.zip': inner }) }),
      'news.zip',
    );
    expect(codes(items)).toEqual(['ok', 'ok', 'archive-too-deep']);
    expect(paths(items)).toEqual(['a.txt', 'in.zip!b.txt', 'deep.zip!in.zip']);
  });

  test('JSON Lines and CSV go by line and row', async () => {
    const lines = `${JSON.stringify({ id: 'a', text })}\n{oops\n${JSON.stringify({ id: 'b', text })}\n`;
    expect(codes(await readFile(lines, 'a.jsonl'))).toEqual(['ok', 'invalid-json', 'ok']);
    expect(codes(await readFile(gzipSync(lines), 'a.jsonl.gz'))).toEqual(['ok', 'invalid-json', 'ok']);
    const table = `id;headline;words\r\n1;Why;"${text}"\r\n2;"a ""quoted"" one";\r\n`;
    const items = await readFile(table, 'a.csv', { map: { title: 'headline', text: 'words' } });
    expect(codes(items)).toEqual(['ok', 'text-missing']);
    expect(items[0]).toMatchObject({
      ok: true,
      article: { title: 'Why', text, source: { id: '1', archive: '#1', format: 'csv' } },
    });
  });

  test('WARC: pages, chunks, revisits, wrong lengths', async () => {
    const chunked = http('Transfer-Encoding: chunked\r\n', `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`);
    const lying = http('Transfer-Encoding: chunked\r\n', page);
    const warc = ['response', 'revisit', 'request'].map((type) => warcRecord(type, http('', page))).join('');
    expect(codes(await readFile(warc, 'a.warc'))).toEqual(['ok', 'record-without-page']);
    expect(codes(await readFile(gzipSync(warcRecord('response', chunked)), 'a.warc.gz'))).toEqual(['ok']);
    expect(codes(await readFile(warcRecord('response', lying), 'a.warc'))).toEqual(['ok']);
    expect(codes(await readFile(warcRecord('response', http('', page), 99_999), 'a.warc'))).toEqual([
      'archive-damaged',
    ]);
    expect(codes(await readFile(warcRecord('response', http('', page), -1), 'a.warc'))).toEqual(['archive-damaged']);
    expect(
      codes(
        await readFile(warcRecord('response', http('', page), 10) + warcRecord('response', http('', page)), 'a.warc'),
      ),
    ).toContain('ok');
  });

  test('a page in a WARC that unpacks to a bomb costs only itself', async () => {
    const bomb = Buffer.concat([
      Buffer.from(http('Content-Encoding: gzip\r\n', ''), 'latin1'),
      gzipSync(Buffer.alloc(64 * 2 ** 20, 'a')),
    ]);
    const warc = Buffer.concat([
      Buffer.from(warcRecord('response', '', bomb.length).slice(0, -4), 'latin1'),
      bomb,
      Buffer.from(`\r\n\r\n${warcRecord('response', http('', page))}`),
    ]);
    expect(codes(await readFile(warc, 'a.warc'))).toEqual(['input-too-large', 'ok']);
  });
});

describe('hostile archives', () => {
  test('a gzip bomb stops', async () => {
    expect(codes(await readFile(gzipSync(Buffer.alloc(300 * 2 ** 20, 'a')), 'a.txt.gz'))).toEqual([
      'compressed-too-well',
    ]);
  });

  test('a ZIP bomb costs its own entry', async () => {
    const items = await readFile(await zipOf({ 'bomb.txt': Buffer.alloc(40 * 2 ** 20, 'a'), 'a.txt': text }), 'a.zip');
    expect(codes(items)).toEqual(['compressed-too-well', 'ok']);
  });

  test.each([
    ['aa/bb.txt', '../bb.txt'],
    ['aa/bb.txt', '/a/bb.txt'],
    ['aa/bb.txt', 'C:/bb.txt'],
    ['aa/bb.txt', '..\\bb.txt'],
    ['aa/bb.txt', 'aa/b\x01.txt'],
  ])('a ZIP entry called %j renamed to %j is refused, its neighbour is not', async (from, to) => {
    const zip = renamed(await zipOf({ [from]: text, 'z.txt': text }), from, to);
    expect(codes(await readFile(zip, 'a.zip'))).toEqual(['unsafe-name', 'ok']);
  });

  test('tar entries that lead out, and links, are refused, their neighbours are not', async () => {
    const tar = await tarOf([
      { name: '../a.txt', body: text },
      { name: 'l.txt', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'b.txt', body: text },
    ]);
    expect(codes(await readFile(tar, 'a.tar'))).toEqual(['unsafe-name', 'link-refused', 'ok']);
  });

  test.each([
    ['a truncated gzip', gzipSync(Buffer.from(text.repeat(99))).subarray(0, 60), 'a.txt.gz', 'archive-damaged'],
    ['a truncated ZIP', Buffer.from('PK\x03\x04 and no more'), 'a.zip', 'archive-damaged'],
    ['an empty ZIP', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'), 'a.zip', 'no-article-found'],
    ['PDF', Buffer.from('%PDF-1.7 …'), 'a.pdf', 'format-not-read'],
    ['7-Zip', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), 'a.7z', 'format-not-read'],
  ])('%s', async (_, bytes, name, code) => {
    expect(codes(await readFile(bytes, name))).toEqual([code]);
  });

  test('more entries than the limit', async () => {
    const zip = await zipOf({ 'a.txt': text, 'b.txt': text, 'c.txt': text });
    expect(codes(await readFile(zip, 'a.zip', { maxEntries: 2 }))).toEqual(['ok', 'ok', 'too-many-entries']);
  });

  test('a line above the limit costs only itself', async () => {
    const lines = `${JSON.stringify({ text })}\n{"text":"${'a'.repeat(5000)}"}\n${JSON.stringify({ text })}\n`;
    expect(codes(await readFile(lines, 'a.jsonl', { maxLineBytes: 1000 }))).toEqual(['ok', 'line-too-long', 'ok']);
  });

  test('a line of 1 GB is passed over in the memory of its limit', async () => {
    const chunk = Buffer.alloc(2 ** 20, 'a');
    async function* lines() {
      yield Buffer.from(`${JSON.stringify({ text })}\n{"text":"`);
      for (let i = 0; i < 1024; i++) yield chunk;
      yield Buffer.from(`"}\n${JSON.stringify({ text })}\n`);
    }
    const before = process.memoryUsage().rss;
    const held = await all(readJsonl(lines(), { path: 'a.jsonl', id: null, archive: null }, {}));
    const outcomes = held.map((one) => ('refusal' in one ? one.refusal.problem.code : one.document.bytes.length));
    const length = JSON.stringify({ text }).length;
    expect(outcomes).toEqual([length, 'line-too-long', length]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });

  test('a document above the limit costs only itself', async () => {
    const tar = await tarOf([
      { name: 'a.txt', body: text.repeat(99) },
      { name: 'b.txt', body: text },
    ]);
    expect(codes(await readFile(tar, 'a.tar', { maxBytes: 1000 }))).toEqual(['input-too-large', 'ok']);
  });
});
