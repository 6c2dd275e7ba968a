import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RunStopped } from '../../src/article/problem.ts';
import { runArchive } from '../../src/run-archive/run-archive.ts';
import { filesOf, fromSources, newFolder, opEds, outputsOf } from './fixtures/archive.ts';
import type { Fault } from './fixtures/failing-disk.ts';
import { inProcess } from './fixtures/in-process.ts';

const fault = vi.hoisted((): Fault => ({ kind: 'none', at: 0, count: 0 }));

vi.mock('node:fs/promises', async (original) => {
  const { failingDisk } = await import('./fixtures/failing-disk.ts');
  return failingDisk(await original(), fault);
});

const texts = { ...opEds(20), 'bad.txt': 'PLEASE THROW an error. We should act now, because waiting costs more.' };
const inputs = await filesOf(texts);
const options = { ...fromSources, startWorkers: () => inProcess(), jobs: 2 };
const mend = () => Object.assign(fault, { kind: 'none', count: 0 });
beforeEach(mend);

const cleanOut = await newFolder();
await runArchive([inputs], { ...options, out: cleanOut });
const clean = await outputsOf(cleanOut);

/** How many things an undisturbed run does to the disk. */
async function changesOfARun(): Promise<number> {
  Object.assign(fault, { kind: 'EIO', at: Number.POSITIVE_INFINITY, count: 0 });
  await runArchive([inputs], { ...options, out: await newFolder() });
  const { count } = fault;
  mend();
  return count;
}

describe.each(['ENOSPC', 'EIO', 'torn'] as const)('a disk that fails with %s', (kind) => {
  test('at any moment stops the run with a sentence, and the same command ends with the same bytes', async () => {
    const changes = await changesOfARun();
    expect(changes).toBeGreaterThan(40);
    for (let at = 1; at <= changes; at++) {
      const out = await newFolder();
      Object.assign(fault, { kind, at, count: 0 });
      const error = await runArchive([inputs], { ...options, out }).catch((reason: unknown) => reason);
      // On a slow machine the ledger is written in more batches, or fewer: then the last changes do not come.
      if (fault.count >= at) expect(error, `change ${at}`).toBeInstanceOf(RunStopped);
      else expect(at).toBeGreaterThan(changes - 10);
      mend();
      await runArchive([inputs], { ...options, out }).catch((reason: Error) => {
        // The disk failed when everything had been done, but for saying so to the shell.
        if (!reason.message.includes('a finished run')) throw reason;
      });
      expect(await outputsOf(out), `change ${at}`).toEqual(clean);
    }
  });
});

describe('a ledger', () => {
  test.each([
    ['cut in the middle of a line', (length: number) => length - 20],
    ['cut to its first half', (length: number) => length >> 1],
    ['lost', () => 0],
  ])('%s is taken up to its last sound line', async (_, lengthOf) => {
    const out = await newFolder();
    await stoppedRun(out);
    const ledger = join(out, '.oped/ledger.jsonl');
    await truncate(ledger, lengthOf((await readFile(ledger)).length));
    await runArchive([inputs], { ...options, out });
    expect(await outputsOf(out)).toEqual(clean);
  });

  test('with a line that a power loss has filled with zeros is taken up to the line before', async () => {
    const out = await newFolder();
    await stoppedRun(out);
    const ledger = join(out, '.oped/ledger.jsonl');
    const bytes = await readFile(ledger);
    bytes.fill(0, bytes.length - 600, bytes.length - 400);
    await writeFile(ledger, bytes);
    await runArchive([inputs], { ...options, out });
    expect(await outputsOf(out)).toEqual(clean);
  });

  test('whose results are gone is not believed', async () => {
    const out = await newFolder();
    await stoppedRun(out);
    await truncate(join(out, '.oped/records-000000.segment'), 10);
    await expect(runArchive([inputs], { ...options, out })).rejects.toThrow('--force');
  });
});

/** A run aborted after its twelfth document. */
async function stoppedRun(out: string): Promise<void> {
  const stop = new AbortController();
  const onProgress = ({ done }: { done: number }) => done === 12 && stop.abort();
  const { interrupted } = await runArchive([inputs], { ...options, out, signal: stop.signal, onProgress });
  expect(interrupted).toBe(true);
}
