import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findInputs } from '../../src/1-read/find-inputs.ts';
import { readInput } from '../../src/1-read/read-input.ts';
import { all, codes } from '../helpers/read.ts';

const root = mkdtempSync(join(tmpdir(), 'oped-find-'));

beforeAll(() => {
  mkdirSync(join(root, 'a/b'), { recursive: true });
  for (const name of ['a/1.txt', 'a/b/2.txt', 'a/b/skip.md', 'z.txt', 'a/.hidden'])
    writeFileSync(join(root, name), 'They smile.');
  symlinkSync(join(root, 'z.txt'), join(root, 'a/link.txt'));
  symlinkSync(root, join(root, 'a/loop'));
});

const found = async (paths: string[], ignore: string[] = []) =>
  (
    await all(
      findInputs(
        paths.map((path) => join(root, path)),
        { ignore },
      ),
    )
  ).map((input) =>
    input.ok ? input.path.slice(root.length + 1) : `${input.problem.code} ${input.source.path.slice(root.length + 1)}`,
  );

describe('find-inputs', () => {
  test('walks folders in the order of code units and refuses links', async () => {
    expect(await found(['.'])).toEqual([
      'a/1.txt',
      'a/b/2.txt',
      'a/b/skip.md',
      'link-refused a/link.txt',
      'link-refused a/loop',
      'z.txt',
    ]);
  });

  test('gives each file once, whatever the order of the arguments', async () => {
    const one = await found(['a/b', 'a', 'z.txt', 'z.txt']);
    expect(await found(['z.txt', 'a', 'a/b'])).toEqual(one);
    expect(one.filter((path) => path === 'a/b/2.txt')).toHaveLength(1);
  });

  test('knows globs and ignore patterns', async () => {
    expect(await found(['a/**/*.txt'])).toEqual(['a/1.txt', 'a/b/2.txt', 'link-refused a/link.txt']);
    expect(await found(['a/*.{txt,md}'], ['link*'])).toEqual(['a/1.txt']);
    expect(await found(['.'], ['b', 'l*', '*.txt'])).toEqual([]);
  });

  test('says what is missing', async () => {
    expect(await found(['none.txt', 'no/*.txt'])).toEqual(['file-missing no/*.txt', 'file-missing none.txt']);
  });

  test('a path that goes missing after it was found is a problem of its own', async () => {
    expect(codes(await all(readInput(join(root, 'gone.txt'))))).toEqual(['file-missing']);
  });
});
