// `npm run test:crash -- --runs 100 [--seed 1]`: runs killed with SIGKILL at random moments, up to four times each,
// each resumed until it is done; every output must have the sha256 of an undisturbed run's.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '6' }, seed: { type: 'string', default: '1' } } });
const SESSION = fileURLToPath(new URL('./session.mjs', import.meta.url));
const KILLS = 4;

/** Mulberry32: the same seed gives the same moments, as far as the machine allows. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @returns whether the session came to its end, with the milliseconds it took */
function session(out, jobs, inputs, killAfter = null) {
  const start = performance.now();
  const child = spawn(process.execPath, [SESSION, out, String(jobs), ...inputs], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`the session ended with ${code}: ${complaint}`));
      else resolve({ ended: code === 0, ms: performance.now() - start });
    });
  });
}

/** The sha256 over names and bytes of every output but run.json, which tells the time. */
function outputsOf(out) {
  const hash = createHash('sha256');
  const names = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((name) => !name.startsWith('.oped') && name !== 'run.json');
  for (const name of names.sort()) hash.update(`${name}\n`).update(readFileSync(join(out, name)));
  return hash.digest('hex');
}

const folder = mkdtempSync(join(tmpdir(), 'oped-crash-'));
await writeCorpus(join(folder, 'in'));
const inputs = ['files', 'lines.jsonl', 'years.tar.gz'].map((name) => join(folder, 'in', name));
const { ms } = await session(join(folder, 'clean'), 1, inputs);
const clean = outputsOf(join(folder, 'clean'));
const random = randomOf(Number(values.seed));
let kills = 0;
let different = 0;
for (let run = 1; run <= Number(values.runs); run++) {
  const out = join(folder, `run-${run}`);
  for (let attempt = 0, ended = false; !ended; attempt++) {
    // Later sessions have less to do: a part of them is let go to the end.
    const killAfter = attempt < KILLS ? random() * ms * 1.1 : null;
    const shuffled = inputs.map((input) => [random(), input]).sort(([a], [b]) => a - b).map(([, input]) => input);
    ({ ended } = await session(out, 1 + (run % 2), shuffled, killAfter));
    if (!ended) kills++;
  }
  if (outputsOf(out) !== clean) {
    different++;
    console.error(`run ${run} ended with other bytes: ${out}`);
  } else rmSync(out, { recursive: true });
}
console.log(`${values.runs} runs, ${kills} kills, ${different} with other bytes than the undisturbed run (${clean.slice(0, 16)})`);
if (different === 0) rmSync(folder, { recursive: true });
process.exitCode = different === 0 ? 0 : 1;
