import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../train/roles/read-annotations.ts';
import { readEssays } from '../../train/roles/read-essays.ts';
import { readAnnotated } from '../../train/stance/gold.ts';
import { hasShared, SHARED } from '../helpers/shared.ts';

/** Words in a row that two texts of different writers do not share by chance. */
const RUN = 6;
const MOST_SHARED = 0.1;

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
}

const shareOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((run) => other.has(run)).length / Math.max(1, Math.min(one.size, other.size));

describe.skipIf(!hasShared)('what roles and stance are trained on', () => {
  it('holds no copy of an op-ed of gold/dev: senators published one column twice', async () => {
    const all = [...(await readAnnotations()), ...(await readEssays()), ...(await readAnnotated())];
    const trained = all.map(({ article }) => ({
      id: article.id,
      runs: runsOf(article.text),
    }));
    const dev = readFileSync(join(SHARED, 'gold/dev/articles.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string });
    const copies = dev.flatMap(({ id, text }) => {
      const runs = runsOf(text);
      return trained.filter((one) => shareOf(runs, one.runs) > MOST_SHARED).map((one) => `${one.id} = ${id}`);
    });
    expect(copies).toEqual([]);
  });
});
