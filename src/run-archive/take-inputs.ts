import { stat } from 'node:fs/promises';
import { findInputs } from '../1-read/find-inputs.ts';
import type { Input } from './plan.ts';

/** The inputs that paths, folders and globs name, with what tells whether they have changed. */
export async function takeInputs(paths: readonly string[], ignore: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for await (const found of findInputs(paths, { ignore })) {
    if (found.ok) inputs.push(await inputOf(found.path));
    else inputs.push({ path: found.source.path, size: 0, modified: 0, refusal: found });
  }
  return inputs;
}

async function inputOf(path: string): Promise<Input> {
  // A file that goes away between two looks is refused when it is read.
  const stats = path === '-' ? null : await stat(path).catch(() => null);
  return { path, size: stats?.size ?? 0, modified: stats?.mtimeMs ?? 0, refusal: null };
}
