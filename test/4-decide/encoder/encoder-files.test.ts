import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { readEncoderFile } from '../../../src/4-decide/encoder/encoder-files.ts';

const FILES = ['sentence', 'article', 'pieces'] as const;
const WEIGHTS = fileURLToPath(new URL('../../../src/4-decide/encoder/weights', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'oped-encoder-'));
const url = new URL(`${pathToFileURL(folder).href}/`);

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the files are those that were exported, and at most 25 MB', () => {
  const bytes = FILES.reduce((sum, which) => sum + readEncoderFile(which).length, 0);
  expect(bytes).toBeLessThanOrEqual(25_000_000);
});

test('a changed file is refused, a missing one named', () => {
  cpSync(join(WEIGHTS, 'manifest.json'), join(folder, 'manifest.json'));
  writeFileSync(join(folder, 'pieces.json'), '{}');
  expect(() => readEncoderFile('pieces', url)).toThrow('pieces.json is not the one that was published');
  expect(() => readEncoderFile('sentence', url)).toThrow('sentence.onnx is missing');
});
