import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RunStopped } from '../article/problem.ts';

/**
 * Keeps a second run out of the same folder. A lock whose process is gone, as after `kill -9`, counts for nothing.
 *
 * @returns what unlocks
 * @throws RunStopped when another run is at work there
 */
export async function lock(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(file, 'wx');
      await handle.appendFile(`${process.pid}\n`).finally(() => handle.close());
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    // A number without its end of line is torn: its writer died over it.
    const [, owner] = /^(\d+)\n$/.exec(await readFile(file, 'utf8').catch(() => '')) ?? [];
    if (owner && isAlive(Number(owner))) {
      throw new RunStopped(`Process ${owner} is at work in this output folder; if it is not, remove ${file}.`);
    }
    await rm(file, { force: true });
  }
  throw new RunStopped(`${file} comes back when it is removed: another run is starting in this output folder.`);
}

/** In a new container our own process may have the dead one's number. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
