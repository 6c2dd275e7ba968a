import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own version, from the nearest package.json above this file: it is the same from `src` and from `dist`. */
export const version: string = versionAbove(dirname(fileURLToPath(import.meta.url)));

function versionAbove(folder: string): string {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json above the command');
    return versionAbove(parent);
  }
}
