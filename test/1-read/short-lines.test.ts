import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'oped-short-lines-'));

/** Megabytes of heap for cutting an input: many times the input's size would not fit. */
const HEAP = 112;
const MILLION = 1_000_000;

/** What an input holds, sizes of documents and codes of problems, when its reader has little memory. */
function openedInLittleMemory(name: string, bytes: string): Promise<(string | number)[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const loader = new URL('../run-archive/fixtures/register-tsx.mjs', import.meta.url).href;
  const worker = new Worker(new URL('./open-in-thread.ts', import.meta.url), {
    workerData: path,
    execArgv: ['--import', loader],
    resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 16 },
  });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

const chunked = (chunks: number): string => {
  const body = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n${'1\nx\n'.repeat(chunks)}0\r\n\r\n`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nContent-Length: ${body.length}\r\n\r\n${body}\r\n\r\n`;
};

test.each([
  [
    'a mailbox',
    'a.mbox',
    `From a@x.example Thu Nov 13 09:30:00 2014\nSubject: x\n${'\n'.repeat(10 * MILLION)}`,
    [10 * MILLION + 11],
  ],
  ['JSON Lines', 'a.jsonl', `{"text":"x"}\n${'\n'.repeat(4 * MILLION)}`, [12]],
  ['a table', 'a.csv', `text,title\nx,y\n${'\n'.repeat(10 * MILLION)}`, [24]],
  ['a chunked page', 'a.warc', chunked(5 * MILLION), [5 * MILLION]],
])('%s of very short lines takes no more memory than other inputs', async (_, name, bytes, found) => {
  expect(await openedInLittleMemory(name, bytes)).toEqual(found);
});

test('a table with a million columns is refused', async () => {
  expect(await openedInLittleMemory('wide.csv', `${','.repeat(MILLION)}\nx,y\n`)).toEqual(['invalid-csv']);
});
