import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      /\.[jt]s$/.test(name) ? statSync(join(root, folder, name)).mtimeMs : 0,
    ),
  );

/** Sessions are processes of the compiled program; `npm test` compiles it first. */
const isBuilt = (() => {
  try {
    return newest('dist/src') >= newest('src');
  } catch {
    return false;
  }
})();

test.skipIf(!isBuilt)(
  'runs killed at random moments end with the bytes of one that was not (needs npm run build)',
  () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'test/crash/crash.mjs'), '--runs', '3'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^3 runs, [1-9]\d* kills, 0 with other bytes/);
  },
  600_000,
);
