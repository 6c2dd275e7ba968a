import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAtomic, writeAtomically } from '../../src/6-write/atomic-file.ts';
import { RunStopped } from '../../src/article/problem.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oped-atomic-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a file has its name only after the commit, and folders on the way are made', async () => {
  const file = join(folder, 'a', 'b', 'x.txt');
  const out = await openAtomic(file);
  await out.write('Zażółć ');
  await out.write(Buffer.from('😀'));
  await expect(readFile(file)).rejects.toThrow('ENOENT');
  await out.commit();
  expect(await readFile(file, 'utf8')).toBe('Zażółć 😀');
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['x.txt']);
});

test('an existing file stops the run before anything is written, unless forced', async () => {
  const file = join(folder, 'x.txt');
  await writeFile(file, 'old');
  await expect(openAtomic(file)).rejects.toThrow(RunStopped);
  expect(await readdir(folder)).toEqual(['x.txt']);
  await writeAtomically(file, { force: true }, (out) => out.write('new'));
  expect(await readFile(file, 'utf8')).toBe('new');
});

test('a file that appears while another is written is not replaced', async () => {
  const file = join(folder, 'x.txt');
  const writing = writeAtomically(file, {}, async (out) => {
    await out.write('mine');
    await writeFile(file, 'theirs');
  });
  await expect(writing).rejects.toThrow('exists already');
  expect(await readFile(file, 'utf8')).toBe('theirs');
  expect(await readdir(folder)).toEqual(['x.txt']);
});

test('a failure while writing leaves the old file and no rubbish', async () => {
  const file = join(folder, 'x.txt');
  await writeFile(file, 'old');
  const failing = writeAtomically(file, { force: true }, async (out) => {
    await out.write('half');
    throw new Error('stumbled');
  });
  await expect(failing).rejects.toThrow('stumbled');
  expect(await readFile(file, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['x.txt']);
});

test('a folder that is a file is one clear sentence', async () => {
  await writeFile(join(folder, 'x'), '');
  await expect(openAtomic(join(folder, 'x', 'y'))).rejects.toThrow(/cannot be written/);
});
