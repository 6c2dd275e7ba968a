import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that goes when the test is done. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'oped-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
