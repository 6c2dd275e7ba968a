// `npm run bench:archive [-- --articles 20000 --files 2365 --only speed|memory]`: an archive's speed with one worker and two, whether the outputs are
// the same for both and for a shuffled tarball, and the peak of memory over 2,000 and 20,000 articles.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shuffledTar, textsOf, writeChangedCopies } from './archive-inputs.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    files: { type: 'string', default: '2365' },
    only: { type: 'string' },
  },
});
const SENATE = resolve('../shared/corpora/archives/senate-filetree.tar.gz');
const SESSION = fileURLToPath(new URL('./archive-session.js', import.meta.url));
const print = (line: string): void => console.log(line);

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly items: number;
  readonly outputs: string;
}

/** One run in a process of its own, from the folder in which the input lies, so that records name the same path. */
function run(folder: string, input: string, jobs: number): Measured {
  const out = join(mkdtempSync(join(tmpdir(), 'oped-bench-')), 'out');
  const { stdout, stderr, status } = spawnSync(process.execPath, [SESSION, out, String(jobs), input], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const outputs = sha256Of(out);
  rmSync(resolve(out, '..'), { recursive: true });
  return { ...(JSON.parse(stdout) as Omit<Measured, 'outputs'>), outputs };
}

/** Over all outputs but run.json, which tells the time. */
function sha256Of(out: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(out, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'run.json',
  );
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\n`).update(readFileSync(join(out, name)));
  }
  return hash.digest('hex');
}

const line = (what: string, { items, seconds, megabytes, outputs }: Measured): string =>
  [
    what.padEnd(28),
    `${(items / seconds).toFixed(1)} articles/s`.padStart(18),
    `${seconds.toFixed(1)} s`.padStart(10),
    `${megabytes} MB`.padStart(9),
    outputs.slice(0, 16).padStart(18),
  ].join(' ');

async function speed(work: string, files: number): Promise<void> {
  if (!existsSync(SENATE)) return print('no ../shared: the Senate tarball is not there to be measured');
  mkdirSync(join(work, 'plain'));
  mkdirSync(join(work, 'shuffled'));
  await shuffledTar(SENATE, join(work, 'plain', 'senate.tar.gz'), files, 0);
  await shuffledTar(SENATE, join(work, 'shuffled', 'senate.tar.gz'), files, 7);
  const one = run(join(work, 'plain'), 'senate.tar.gz', 1);
  const two = run(join(work, 'plain'), 'senate.tar.gz', 2);
  const shuffled = run(join(work, 'shuffled'), 'senate.tar.gz', 2);
  print(line('Senate tarball, --jobs 1', one));
  print(line('Senate tarball, --jobs 2', two));
  print(line('shuffled, --jobs 2', shuffled));
  print(`--jobs 2 is ${(one.seconds / two.seconds).toFixed(2)} times --jobs 1 (at least 1.70 is wanted)`);
  print(new Set([one, two, shuffled].map(({ outputs }) => outputs)).size === 1 ? 'same sha256' : 'OUTPUTS DIFFER');
}

async function memory(work: string, many: number): Promise<void> {
  const texts = await textsOf(SENATE);
  const few = Math.round(many / 10);
  await writeChangedCopies(texts, few, join(work, 'few.jsonl'));
  await writeChangedCopies(texts, many, join(work, 'many.jsonl'));
  const small = run(work, 'few.jsonl', 2);
  const large = run(work, 'many.jsonl', 2);
  print(line(`${few} articles, --jobs 2`, small));
  print(line(`${many} articles, --jobs 2`, large));
  const more = 100 * (large.megabytes / small.megabytes - 1);
  print(`peak memory: ${more.toFixed(1)} % more for ten times as much (at most 15 % and 700 MB are wanted)`);
}

const work = mkdtempSync(join(tmpdir(), 'oped-bench-'));
if (values.only !== 'memory') await speed(work, Number(values.files));
if (values.only !== 'speed') await memory(work, Number(values.articles));
rmSync(work, { recursive: true });
