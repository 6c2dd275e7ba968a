// What a worker thread runs: one document at a time is read and analysed. It may be killed at any moment.
import { workerData } from 'node:worker_threads';
import type { RawDocument, ReadItem, ReadOptions } from '../../1-read/options.ts';
import { readDocument } from '../../1-read/read-document.ts';
import { placeOf } from '../work.ts';
import { type Analysis, analyse } from './analyse.ts';
import { askFor } from './languages.ts';
import type { Analysed, Reply, Task, WorkerData } from './messages.ts';
import { isWorn } from './worn.ts';

const { pipeline, analysis: asked, read, characters, recycleAt } = workerData as WorkerData;
const { default: make } = (await import(pipeline)) as { default: (options: unknown) => Analysis };
const analysis = make(asked);
let options = read as ReadOptions;

export default async function work(task: Task): Promise<Reply> {
  const reply = await replyTo(task);
  return { ...reply, worn: isWorn(recycleAt) };
}

async function replyTo(task: Task): Promise<Omit<Reply, 'worn'>> {
  if ('wake' in task) {
    options = { ...options, detect: askFor(task.wake) };
    return { analysed: null, items: [] };
  }
  if ('article' in task) return { analysed: await analysedItem(task.article), items: [] };
  const items = await itemsOf(task);
  const [only] = items;
  return only && items.length === 1 ? { analysed: await analysedItem(only), items: [] } : { analysed: null, items };
}

async function itemsOf({ document: { path, bytes }, envelope }: RawDocument): Promise<ReadItem[]> {
  // Structured cloning makes a plain Uint8Array of a Buffer.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const items: ReadItem[] = [];
  for await (const item of readDocument({ path, bytes: buffer }, options, envelope)) {
    // The run has the document's bytes: they need not go back.
    items.push(item.ok ? item : { ...item, bytes: null });
  }
  return items;
}

async function analysedItem(item: ReadItem): Promise<Analysed> {
  if (item.ok) return analyse(analysis, item, characters);
  const { key, problem } = item;
  return { kept: false, key, place: placeOf(item), stage: 'read', problem };
}
