import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built command; `npm test` builds before it tests. */
export const COMMAND = fileURLToPath(new URL('../../dist/src/cli/oped.js', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command as a user would, in `cwd`, with nothing but what is given on standard input. */
export function oped(
  args: readonly string[],
  { cwd, input = '', env = {} }: { cwd: string; input?: string | Buffer; env?: NodeJS.ProcessEnv },
): Ran {
  if (!existsSync(COMMAND)) throw new Error('dist is not there: run npm run build first');
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return { status, stdout, stderr };
}
