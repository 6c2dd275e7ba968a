import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../../6-write/sync-folder.ts';
import { RunStopped } from '../../article/problem.ts';
import { nameOf, type Stretch } from './segment-reader.ts';

/** Bytes after which a new segment begins: small enough to copy, large enough to be few. */
const SEGMENT = 256 * 2 ** 20;

/**
 * Append-only files that hold the results in the order in which they came.
 * What lies behind the last committed byte is a torn rest of a crash and is cut off on opening.
 */
export class Segments {
  readonly #folder: string;
  #segment: number;
  #offset: number;
  #tail: FileHandle | null = null;

  private constructor(folder: string, { segment, offset }: Stretch) {
    this.#folder = folder;
    this.#segment = segment;
    this.#offset = offset;
  }

  /** @param end the position behind the last committed result */
  static async open(folder: string, end: Stretch): Promise<Segments> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const segment = Number(/^records-(\d+)\.segment$/.exec(name)?.[1] ?? Number.NaN);
      if (segment > end.segment) await rm(join(folder, name));
    }
    const segments = new Segments(folder, end);
    await segments.#cut(end.offset).catch(async (error) => {
      await segments.close();
      throw error;
    });
    await syncFolder(folder);
    return segments;
  }

  async #cut(end: number): Promise<void> {
    const tail = await this.#openTail();
    const { size } = await tail.stat();
    if (size < end) {
      throw new RunStopped(`${nameOf(this.#segment)} has lost results that the ledger names; --force begins anew.`);
    }
    await tail.truncate(end);
  }

  /** Where the next result will lie. */
  next(): Stretch {
    return { segment: this.#segment, offset: this.#offset };
  }

  /** Appends results that `next` has given their places; durable on return. */
  async append(bytes: Buffer): Promise<void> {
    const tail = await this.#openTail();
    await tail.appendFile(bytes);
    await tail.datasync();
    this.#offset += bytes.length;
    if (this.#offset < SEGMENT) return;
    await tail.close();
    this.#tail = null;
    this.#segment++;
    this.#offset = 0;
  }

  async close(): Promise<void> {
    await this.#tail?.close();
    this.#tail = null;
  }

  async #openTail(): Promise<FileHandle> {
    this.#tail ??= await open(join(this.#folder, nameOf(this.#segment)), 'a');
    return this.#tail;
  }
}
