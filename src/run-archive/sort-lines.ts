import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines } from './read-lines.ts';

/** Lines sorted in memory before they go to disk: with a ledger's lines some 20 MB. */
const CHUNK = 20_000;

/** Something to sort: by `key` in the order of code units. */
export interface Keyed {
  readonly key: string;
}

/**
 * Sorts more than memory holds: sorted runs on disk, then merged. Equal keys
 * come in any order.
 *
 * @param folder for the runs, which are removed at the end
 */
export async function* sorted<T extends Keyed>(
  items: AsyncIterable<T>,
  folder: string,
  chunk = CHUNK,
): AsyncGenerator<T> {
  const runs: string[] = [];
  let buffer: T[] = [];
  for await (const item of items) {
    buffer.push(item);
    if (buffer.length < chunk) continue;
    runs.push(await writeRun(buffer, join(folder, `sort-${runs.length}.tmp`)));
    buffer = [];
  }
  buffer.sort(byKey);
  try {
    yield* merged([fromArray(buffer), ...runs.map((file) => readRun<T>(file))]);
  } finally {
    for (const run of runs) await rm(run, { force: true });
  }
}

const byKey = (a: Keyed, b: Keyed): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

async function writeRun(items: Keyed[], file: string): Promise<string> {
  items.sort(byKey);
  await writeFile(file, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  return file;
}

async function* fromArray<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function* readRun<T>(file: string): AsyncGenerator<T> {
  for await (const { text } of readLines(file)) yield JSON.parse(text) as T;
}

/** The runs are few: a linear look for the least head is quicker than a heap. */
async function* merged<T extends Keyed>(runs: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const heads: { item: T; run: AsyncGenerator<T> }[] = [];
  for (const run of runs) {
    const { value, done } = await run.next();
    if (!done) heads.push({ item: value, run });
  }
  while (heads.length > 0) {
    let least = 0;
    for (let i = 1; i < heads.length; i++) if (byKey(heads[i]!.item, heads[least]!.item) < 0) least = i;
    const head = heads[least]!;
    yield head.item;
    const { value, done } = await head.run.next();
    if (done) heads.splice(least, 1);
    else head.item = value;
  }
}
