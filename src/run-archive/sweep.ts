import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of what is in the making, as `openAtomic` and the workbook's writer give them. */
const UNFINISHED = /^\.(?:.+\.\d+\.part|oped-sheets-.+)$/;

/** Removes what a killed run has left half made; nobody else is at work there. */
export async function sweep(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (UNFINISHED.test(name)) await rm(join(folder, name), { recursive: true });
    }
  }
}
