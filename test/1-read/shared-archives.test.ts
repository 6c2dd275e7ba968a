import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findInputs } from '../../src/1-read/find-inputs.ts';
import { readInput } from '../../src/1-read/read-input.ts';
import { describe as sentence } from '../../src/article/problem.ts';
import { isInside } from '../../src/article/span.ts';
import { hasShared, SHARED } from '../helpers/shared.ts';

const folder = join(SHARED, 'corpora/archives');
const expectedFile = new URL('./shared-archives.tsv', import.meta.url);

/** `ok 3, language-not-english 1`: how many items of a file came out how. */
async function outcomeOf(path: string): Promise<string> {
  const counts = new Map<string, number>();
  for await (const item of readInput(path)) {
    const code = item.ok ? 'ok' : item.problem.code;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (!item.ok) expect(sentence(item.problem)).toMatch(/^[\p{Lu}\d].*\.$/u);
    if (item.ok) for (const block of item.article.markup ?? []) expect(isInside(item.article.text, block)).toBe(true);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}

describe('the whole folder of samples', () => {
  test.skipIf(!hasShared)(
    'every file is read, or refused with the code that fits, in one run',
    async () => {
      const found: Record<string, string> = {};
      for await (const input of findInputs([folder])) {
        if (input.ok) found[input.path.slice(folder.length + 1)] = await outcomeOf(input.path);
      }
      const lines = readFileSync(expectedFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      expect(found).toEqual(Object.fromEntries(lines.map((line) => line.split('\t'))));
    },
    240_000,
  );

  test.skipIf(!hasShared)('nothing in it is left out of the run', () => {
    expect(existsSync(folder) && readdirSync(folder).length).toBeGreaterThan(15);
  });
});
