import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../1-read/options.ts';
import { writeAtomically } from '../6-write/atomic-file.ts';
import { describe, type Problem } from '../article/problem.ts';
import type { Failed } from './ledger/entries.ts';
import { digest } from './work.ts';

/** What failed, and why. */
export interface Failure {
  readonly key: string;
  readonly place: Place;
  readonly stage: string;
  readonly problem: Problem;
  /** The original bytes; null where they are no longer at hand, as of an input that could not be opened. */
  readonly bytes: Uint8Array | null;
}

const OURS = /^([0-9a-f]{24})\.(?:bytes|json)$/;

/**
 * Keeps a failed item: `<name>.bytes` as it was found, `<name>.json` with where,
 * at which stage, and why. The name is a hash: no path is ever made of content.
 */
export async function quarantine(folder: string, { key, place, stage, problem, bytes }: Failure): Promise<Failed> {
  const name = digest(`${key}\n${bytes ? digest(bytes) : ''}`).slice(0, 24);
  const message = describe(problem);
  await mkdir(folder, { recursive: true });
  if (bytes) await writeAtomically(join(folder, `${name}.bytes`), { force: true }, (out) => out.write(bytes));
  const sidecar = { ...place, stage, code: problem.code, message, bytes: bytes ? `${name}.bytes` : null };
  const text = `${JSON.stringify(sidecar, null, 2)}\n`;
  await writeAtomically(join(folder, `${name}.json`), { force: true }, (out) => out.write(text));
  return { stage, code: problem.code, message, quarantine: name };
}

/** Takes out of quarantine what no longer fails; files that oped has not put there stay. */
export async function release(folder: string, failing: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const file of names) {
    const name = OURS.exec(file)?.[1];
    if (name !== undefined && !failing.has(name)) await rm(join(folder, file), { force: true });
  }
  // Fails, as it should, where something is left.
  await rmdir(folder).catch(() => {});
}
