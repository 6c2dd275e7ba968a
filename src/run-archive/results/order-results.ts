import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../../1-read/options.ts';
import type { Failed, ItemEntry, Made } from '../ledger/entries.ts';
import { entriesOf } from '../ledger/ledger.ts';
import { SegmentReader } from '../ledger/segment-reader.ts';
import { linkDuplicates } from '../near-duplicates/link-duplicates.ts';
import { SIGNATURE_BYTES } from '../near-duplicates/signature.ts';
import { readLines } from '../read-lines.ts';
import { sorted } from '../sort-lines.ts';

/** An item in its final place: the order depends on nothing but the items themselves. */
export interface Ordered {
  readonly key: string;
  readonly place: Place;
  readonly made: Made | null;
  readonly failed: Failed | null;
  /** The article kept in its stead. */
  readonly duplicate: { readonly id: string; readonly place: Place; readonly likeness: number } | null;
}

/**
 * Writes down the items of some passes in the order of the outputs, with their
 * near-duplicates linked. Memory holds a part of the items at a time, and 128
 * bytes an article for the duplicates.
 *
 * @returns the file
 */
export async function orderResults(folder: string, passes: ReadonlySet<number>): Promise<string> {
  const plain = join(folder, 'order-plain.tmp');
  const linked = join(folder, 'order.tmp');
  const signatures: { segment: number; offset: number }[] = [];
  await writeLines(plain, noting(sorted(itemsOf(folder, passes), folder), signatures));
  const segments = new SegmentReader(folder);
  const read = (number: number) => segments.read(signatures[number]!, SIGNATURE_BYTES);
  const duplicates = await linkDuplicates(signatures.length, read).finally(() => segments.close());
  await writeLines(linked, withDuplicates(plain, duplicates));
  await rm(plain, { force: true });
  return linked;
}

type Plain = Omit<Ordered, 'duplicate'>;

async function* itemsOf(folder: string, passes: ReadonlySet<number>): AsyncGenerator<Plain> {
  for await (const { entry } of entriesOf(folder)) {
    if (entry.kind !== 'item' || !passes.has(entry.pass)) continue;
    const { place, made, failed } = entry;
    yield { key: orderKey(entry), place, made, failed };
  }
}

/** By path, then by the names inside, numbers as numbers: `#9` before `#10`. What is left equal is told apart by its content. */
const orderKey = ({ key, work, n, m }: ItemEntry): string =>
  `${natural(key)}\n${key}\n${work}\n${natural(`${n}.${m}`)}`;

const natural = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(12, '0'));

async function* noting(
  items: AsyncIterable<Plain>,
  signatures: { segment: number; offset: number }[],
): AsyncGenerator<Plain> {
  for await (const item of items) {
    if (item.made) signatures.push({ segment: item.made.segment, offset: item.made.offset + item.made.record });
    yield item;
  }
}

async function* withDuplicates(
  plain: string,
  duplicates: ReadonlyMap<number, { of: number; likeness: number }>,
): AsyncGenerator<Ordered> {
  const wanted = new Set([...duplicates.values()].map(({ of }) => of));
  const kept = new Map<number, { id: string; place: Place }>();
  let number = 0;
  for await (const { text } of readLines(plain)) {
    const item = JSON.parse(text) as Plain;
    const link = item.made ? duplicates.get(number) : undefined;
    if (item.made && wanted.has(number)) kept.set(number, { id: item.made.id, place: item.place });
    if (item.made) number++;
    yield { ...item, duplicate: link ? { ...kept.get(link.of)!, likeness: link.likeness } : null };
  }
}

/** Lines of JSON, gathered into larger writes. */
async function writeLines(file: string, items: AsyncIterable<object>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    let gathered = '';
    for await (const item of items) {
      gathered += `${JSON.stringify(item)}\n`;
      if (gathered.length < 1 << 18) continue;
      await handle.appendFile(gathered);
      gathered = '';
    }
    await handle.appendFile(gathered);
  } finally {
    await handle.close();
  }
}
