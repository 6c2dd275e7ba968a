import { mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Envelope, Place, RawDocument } from '../1-read/options.ts';
import { writeAtomically } from '../6-write/atomic-file.ts';
import { describe, type Problem } from '../article/problem.ts';
import { sha256 } from '../article/sha256.ts';
import type { Failed } from './ledger/entries.ts';

/** What failed, and why. */
export interface Failure {
  readonly key: string;
  readonly place: Place;
  readonly stage: string;
  readonly problem: Problem;
}

/** The bytes of what failed: of a document, which can be read again, or of what a container could not give; null where none are at hand. */
export type Original = RawDocument | Uint8Array | null;

/** As `HASH.json` says it. */
interface Sidecar extends Place {
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  /** File of the bytes. */
  readonly bytes: string | null;
  /** How they are read; null when they are no document. */
  readonly envelope: Envelope | null;
}

const OURS = /^([0-9a-f]{24})\.(?:bytes|json)$/;

/**
 * Keeps what failed: `HASH.bytes` as it was found, once for all items of it, `HASH.json` with where, at which stage,
 * and why. Names are hashes: no path is ever made of content.
 */
export class Quarantine {
  readonly #folder: string;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** One after the other: items of one document have their bytes in one file. */
  keep(failure: Failure, original: Original): Promise<Failed> {
    const kept = this.#writing.then(() => this.#write(failure, original));
    this.#writing = kept.catch(() => {});
    return kept;
  }

  async #write({ key, place, stage, problem }: Failure, original: Original): Promise<Failed> {
    const data = original && ('document' in original ? original.document.bytes : original);
    const bytes = data && sha256(data).slice(0, 24);
    const name = sha256(`${key}\n${bytes ?? ''}`).slice(0, 24);
    const failed = { stage, code: problem.code, message: describe(problem) };
    await mkdir(this.#folder, { recursive: true });
    if (data && !(await isThere(this.#file(`${bytes}.bytes`)))) {
      await writeAtomically(this.#file(`${bytes}.bytes`), { force: true }, (out) => out.write(data));
    }
    const envelope = original && 'document' in original ? original.envelope : null;
    const sidecar: Sidecar = { ...place, ...failed, bytes: bytes && `${bytes}.bytes`, envelope };
    const text = `${JSON.stringify(sidecar, null, 2)}\n`;
    await writeAtomically(this.#file(`${name}.json`), { force: true }, (out) => out.write(text));
    return { ...failed, quarantine: name, bytes };
  }

  /** The document that failed, as it was found; null when it is not there, or was never whole. */
  async document({ quarantine, bytes: hash }: Failed): Promise<RawDocument | null> {
    try {
      const sidecar = JSON.parse(await readFile(this.#file(`${quarantine}.json`), 'utf8')) as Sidecar;
      if (!sidecar.envelope || !hash) return null;
      const bytes = await readFile(this.#file(`${hash}.bytes`));
      const isSound = sha256(bytes).startsWith(hash);
      return isSound ? { document: { path: sidecar.path, bytes }, envelope: sidecar.envelope } : null;
    } catch (error) {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Takes out what no longer fails; files that oped has not put there stay. */
  async release(failing: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const file of names) {
      const name = OURS.exec(file)?.[1];
      if (name !== undefined && !failing.has(name)) await rm(this.#file(file), { force: true });
    }
    // Fails, as it should, where something is left.
    await rmdir(this.#folder).catch(() => {});
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
