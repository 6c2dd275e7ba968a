import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../../6-write/sync-folder.ts';
import { readLines } from '../read-lines.ts';
import { type Entry, entryOf, type Failed, type ItemEntry, lineOf, type Made } from './entries.ts';
import type { Stretch } from './segment-reader.ts';
import { Segments } from './segments.ts';

/** A batch is written when it has this many items or bytes, or when this many milliseconds have passed. */
const BATCH = { items: 64, bytes: 4 * 2 ** 20, wait: 500 };

/** How many bytes of results may wait for the disk before `add` makes the run wait. */
const BACKLOG = 32 * 2 ** 20;

/** A result on its way to the disk. */
export interface Result {
  readonly item: Omit<ItemEntry, 'kind' | 'made' | 'failed'>;
  readonly outcome:
    | { readonly record: Uint8Array; readonly signature: Uint8Array; readonly id: string }
    | { readonly failed: Failed }
    | { readonly made: Made };
}

/**
 * What a run has done, so that it can be stopped at any moment and go on.
 *
 * Results go to the segments first and are made durable there; only then the
 * lines that name them go to the ledger. A result without its line never
 * happened; a line always has its result.
 */
export class Ledger {
  readonly #file: FileHandle;
  readonly #segments: Segments;
  #pending: (Entry | Result)[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #broken: unknown = null;
  /** Called when the disk refuses, once. */
  onBroken: (error: unknown) => void = () => {};

  private constructor(file: FileHandle, segments: Segments) {
    this.#file = file;
    this.#segments = segments;
  }

  /** Opens the ledger of a folder for writing and cuts off what a crash left torn. */
  static async open(folder: string): Promise<Ledger> {
    await mkdir(folder, { recursive: true });
    const path = ledgerPath(folder);
    const { end, results } = await soundPart(path);
    const file = await open(path, 'a');
    try {
      await file.truncate(end);
      await file.sync();
      await syncFolder(folder);
      return new Ledger(file, await Segments.open(folder, results));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Takes an entry or a result; it is on the disk after `flush`, or soon. Waits when the disk is far behind. */
  async add(entry: Entry | Result): Promise<void> {
    if (this.#broken) throw this.#broken;
    this.#pending.push(entry);
    this.#bytes += 'outcome' in entry && 'record' in entry.outcome ? entry.outcome.record.length : 0;
    if (this.#pending.length >= BATCH.items || this.#bytes >= BATCH.bytes) this.#write();
    else this.#timer ??= setTimeout(() => this.#write(), BATCH.wait);
    if (this.#bytes > BACKLOG) await this.flush();
  }

  /** Makes durable what was added. @throws what the disk says when it refuses */
  async flush(): Promise<void> {
    this.#write();
    await this.#writing;
    if (this.#broken) throw this.#broken;
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.#segments.close();
      await this.#file.close();
    }
  }

  /** One batch after the other; a batch that fails ends the run, for what lies behind it would follow a gap. */
  #write(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(async () => {
      const batch = this.#pending;
      if (batch.length === 0 || this.#broken) return;
      this.#pending = [];
      this.#bytes = 0;
      await this.#commit(batch).catch((error) => this.#break(error));
    });
  }

  #break(error: unknown): void {
    this.#broken = error;
    this.onBroken(error);
  }

  async #commit(batch: readonly (Entry | Result)[]): Promise<void> {
    let { segment, offset } = this.#segments.next();
    const bytes: Uint8Array[] = [];
    const entries = batch.map((entry): Entry => {
      if ('kind' in entry) return entry;
      const { item, outcome } = entry;
      if ('failed' in outcome) return { kind: 'item', ...item, made: null, failed: outcome.failed };
      if ('made' in outcome) return { kind: 'item', ...item, made: outcome.made, failed: null };
      const { id, record, signature } = outcome;
      const made = { id, segment, offset, record: record.length, signature: signature.length };
      bytes.push(record, signature);
      offset += record.length + signature.length;
      return { kind: 'item', ...item, made, failed: null };
    });
    if (bytes.length > 0) await this.#segments.append(Buffer.concat(bytes));
    await this.#file.appendFile(entries.map(lineOf).join(''));
    await this.#file.datasync();
  }
}

const ledgerPath = (folder: string): string => join(folder, 'ledger.jsonl');

/** The entries of a ledger up to the first torn or damaged line; none where there is no ledger. */
export async function* entriesOf(folder: string): AsyncGenerator<{ entry: Entry; end: number }> {
  const path = ledgerPath(folder);
  if (!(await exists(path))) return;
  for await (const { text, end } of readLines(path)) {
    const entry = entryOf(text);
    if (!entry) return;
    yield { entry, end };
  }
}

/** How far the ledger can be trusted, and how far the segments that it names. */
async function soundPart(path: string): Promise<{ end: number; results: Stretch }> {
  const results = { segment: 0, offset: 0 };
  let sound = 0;
  for await (const { entry, end } of entriesOf(join(path, '..'))) {
    sound = end;
    const made = entry.kind === 'item' ? entry.made : null;
    if (!made) continue;
    const behind = made.offset + made.record + made.signature;
    if (made.segment > results.segment) Object.assign(results, { segment: made.segment, offset: behind });
    else if (made.segment === results.segment) results.offset = Math.max(results.offset, behind);
  }
  return { end: sound, results };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Forgets everything but the files named: the run begins anew. */
export async function forget(folder: string, but: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!but.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
