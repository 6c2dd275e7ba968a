import { lstat, stat } from 'node:fs/promises';
import { findInputs } from '../1-read/find-inputs.ts';
import type { History } from './ledger/history.ts';
import type { Input } from './plan.ts';

/**
 * The inputs that paths, folders and globs name, with what tells whether they have changed.
 *
 * @param history of which inputs that are no longer there are taken too, as they were
 */
export async function takeInputs(
  paths: readonly string[],
  ignore: readonly string[],
  history: History | null,
): Promise<Input[]> {
  const inputs = history ? await lostInputs(history) : [];
  const lost = new Set(inputs.map(({ path }) => path));
  for await (const found of findInputs(paths, { ignore })) {
    const path = found.ok ? found.path : found.source.path;
    if (lost.has(path) || (!found.ok && [...lost].some((one) => isUnder(one, path)))) continue;
    if (found.ok) inputs.push(await inputOf(found.path));
    else inputs.push({ path: found.source.path, size: 0, modified: 0, refusal: found, gone: null });
  }
  return inputs;
}

/** The inputs that a finished run has read and that have gone since. */
async function lostInputs({ inputs, gone }: History): Promise<Input[]> {
  const lost: Input[] = [];
  for (const [path, { ended }] of inputs) {
    if (!ended || path === '-' || gone.has(path) || (await isThere(path))) continue;
    lost.push({ path, size: 0, modified: 0, refusal: null, gone: ended.stamp });
  }
  return lost;
}

/** Whether a file lay in a folder that has gone with it, or behind the fixed part of a glob. */
const isUnder = (file: string, path: string): boolean =>
  file.startsWith(/[*?[{]/.test(path) ? path.replace(/[*?[{].*$/s, '') : path.replace(/\/*$/, '/'));

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

async function inputOf(path: string): Promise<Input> {
  // A file that goes away between two looks is refused when it is read.
  const stats = path === '-' ? null : await stat(path).catch(() => null);
  return { path, size: stats?.size ?? 0, modified: stats?.mtimeMs ?? 0, refusal: null, gone: null };
}
