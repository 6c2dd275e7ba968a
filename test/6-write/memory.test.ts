import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folder } from '../helpers/folder.ts';

test('200,000 rows and more are written in less than 300 MB', { timeout: 240_000 }, () => {
  const script = fileURLToPath(new URL('../helpers/write-many.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['--import', 'tsx', script, join(folder(), 'x.xlsx')]).toString();
  const { count, megabytes } = JSON.parse(out);
  expect(count).toBeGreaterThan(200_000);
  expect(megabytes).toBeLessThan(300);
});
