import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isOfTheSystem, RunStopped } from '../article/problem.ts';
import { syncFolder } from './sync-folder.ts';

/** A file in the making: it takes its name only when it is whole and on the disk. */
export interface AtomicFile {
  /** Appends; strings as UTF-8. Small pieces are gathered. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Makes what was written durable and gives it its name. */
  commit(): Promise<void>;
  /** Throws away what was written. */
  abandon(): Promise<void>;
}

export interface Overwrite {
  /** Whether a file that is there already may be replaced; else it stops the run. */
  readonly force?: boolean | undefined;
}

export interface Opening extends Overwrite {
  /** False for files that are only stations on the way to another: they need not outlive a crash. */
  readonly lasting?: boolean;
}

/** Pieces are gathered to this size, in bytes: one system call a piece would be slower than the writing itself. */
const GATHER = 1 << 18;

/**
 * Opens a file that is written beside its final name, then synced, renamed, and
 * its folder synced: after a crash there is the old file or the new one, never half of it.
 *
 * @throws RunStopped when the file exists and `force` is not given, or the disk refuses.
 */
export async function openAtomic(file: string, { force = false, lasting = true }: Opening = {}): Promise<AtomicFile> {
  if (!force) await refuseExisting(file);
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  return stopping(file, async () => {
    await mkdir(dirname(file), { recursive: true });
    return new PartFile(file, part, { force, lasting }, await open(part, 'w'));
  });
}

/** Hands `fill` a file to write, commits it when `fill` is done, and abandons it when `fill` fails. */
export async function writeAtomically<T>(
  file: string,
  options: Opening,
  fill: (out: AtomicFile) => Promise<T>,
): Promise<T> {
  const out = await openAtomic(file, options);
  try {
    const result = await fill(out);
    await out.commit();
    return result;
  } catch (error) {
    await out.abandon();
    throw error;
  }
}

/** @throws RunStopped when there is a file of that name. */
export async function refuseExisting(file: string): Promise<void> {
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  if (there) throw new RunStopped(`${file} exists already; --force replaces it.`);
}

class PartFile implements AtomicFile {
  readonly #file: string;
  readonly #part: string;
  readonly #opening: Required<Opening>;
  readonly #handle: FileHandle;
  #gathered: Uint8Array[] = [];
  #size = 0;

  constructor(file: string, part: string, opening: Required<Opening>, handle: FileHandle) {
    this.#file = file;
    this.#part = part;
    this.#opening = opening;
    this.#handle = handle;
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Uint8Array.from(chunk);
    this.#gathered.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= GATHER) await this.#flush();
  }

  commit(): Promise<void> {
    return stopping(this.#file, async () => {
      await this.#flush();
      if (this.#opening.lasting) await this.#handle.sync();
      await this.#handle.close();
      if (!this.#opening.force) await refuseExisting(this.#file);
      await rename(this.#part, this.#file);
      if (this.#opening.lasting) await syncFolder(dirname(this.#file));
    });
  }

  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => {});
    await rm(this.#part, { force: true });
  }

  #flush(): Promise<void> {
    const gathered = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#size = 0;
    // `appendFile` goes on after a short write, which `write` does not.
    return stopping(this.#file, () => this.#handle.appendFile(gathered));
  }
}

/** A disk that refuses ends the run with one clear sentence; a mistake of ours stays one. */
export async function stopping<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOfTheSystem(error)) throw error;
    throw new RunStopped(`${file} cannot be written: ${error.message}.`, { cause: error });
  }
}
