import { lstat, readdir } from 'node:fs/promises';
import { globOf, ignoreMatcher } from './glob.ts';
import { type ReadItem, refusal } from './options.ts';
import { fileProblem } from './read-input.ts';

export type FoundInput = { readonly ok: true; readonly path: string } | (ReadItem & { readonly ok: false });

export interface FindOptions {
  /** Globs of files and folders to leave out; without a slash they are matched against names. */
  readonly ignore?: readonly string[];
}

/**
 * The files that paths, folders and globs name: each once, in the order of code
 * units, whatever the order of the arguments. Folders are walked, names that
 * begin with a dot left out. Symbolic links and missing paths come out as refusals.
 */
export async function* findInputs(paths: readonly string[], options: FindOptions = {}): AsyncGenerator<FoundInput> {
  const ignored = ignoreMatcher(options.ignore ?? []);
  const seen = new Set<string>();
  for (const path of [...new Set(paths)].sort()) {
    for await (const found of expand(path, ignored)) {
      const own = found.ok ? found.path : found.source.path;
      if (seen.has(own)) continue;
      seen.add(own);
      yield found;
    }
  }
}

type Test = (path: string) => boolean;

async function* expand(path: string, ignored: Test): AsyncGenerator<FoundInput> {
  if (path === '-') return void (yield { ok: true, path });
  const plain = await kindOf(path);
  const glob = plain === 'missing' ? globOf(path) : null;
  if (glob === null) return yield* walk(path, plain, ignored, () => true);
  let matched = false;
  for await (const found of walk(glob.folder, await kindOf(glob.folder), ignored, glob.matches)) {
    matched = true;
    yield found;
  }
  if (!matched) yield refused(path, 'missing');
}

type Kind = 'file' | 'folder' | 'link' | 'missing' | 'other';

async function kindOf(path: string): Promise<Kind> {
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return 'link';
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() || stats.isFIFO() ? 'file' : 'other';
  } catch (error) {
    if (fileProblem(error) === null) throw error;
    return 'missing';
  }
}

async function* walk(path: string, kind: Kind, ignored: Test, wanted: Test): AsyncGenerator<FoundInput> {
  if (kind === 'folder') return yield* walkFolder(path, ignored, wanted);
  if (!wanted(path) || ignored(path)) return;
  yield kind === 'file' ? { ok: true, path } : refused(path, kind);
}

async function* walkFolder(folder: string, ignored: Test, wanted: Test): AsyncGenerator<FoundInput> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    const path = folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`;
    if (!ignored(path)) yield* walk(path, await kindOf(path), ignored, wanted);
  }
}

function refused(path: string, kind: Exclude<Kind, 'file' | 'folder'>): FoundInput {
  const place = { path, id: null, archive: null };
  const code = kind === 'link' ? 'link-refused' : 'file-missing';
  const problem = kind === 'other' ? ({ code: 'format-not-read', format: 'a device' } as const) : ({ code } as const);
  return refusal(place, problem) as FoundInput;
}
