// `npm run bench:engines`: the engines side by side, with quality (on ../shared/gold/dev, where it is there), speed and memory.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINES } from '../src/4-decide/deciders.ts';
import { checkEngines } from '../src/doctor/engines.ts';

interface Reading {
  readonly tokens: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly mb: number;
}

interface Score {
  readonly macroRoles: number;
  readonly sideAccuracy: number;
  readonly verdictAccuracy: number;
}

const GOLD = '../shared/gold/dev';
const SCORER = '../shared/tools/score.mjs';
const SAMPLE = 'corpora/sample/articles.jsonl';
const INPUTS = existsSync(GOLD) ? [`${GOLD}/articles.jsonl`, `${GOLD}/articles-with-issue.jsonl`] : [SAMPLE];
const READER = fileURLToPath(new URL('./read-engine.js', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'oped-engines-'));
const json = <T>(args: readonly string[]): T =>
  JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout) as T;

console.log('engine   input                       macroRoles  sides  verdicts  tokens/s  per CPU second   MB');
const states = await checkEngines();
for (const name of ENGINES) {
  const { ready = false, detail = '' } = states.find((state) => state.name === name) ?? {};
  if (!ready) console.log(`${name.padEnd(8)} ${detail}`);
  else for (const input of INPUTS) console.log(rowOf(name, input));
}
rmSync(folder, { recursive: true });

function rowOf(name: string, input: string): string {
  const out = join(folder, `${name}.jsonl`);
  const { tokens, ms, cpuMs, mb } = json<Reading>([READER, name, input, out]);
  const score = existsSync(GOLD) ? json<Score>([SCORER, GOLD, out, '--json']) : null;
  const quality = score
    ? [score.macroRoles.toFixed(3).padStart(10), score.sideAccuracy.toFixed(3), score.verdictAccuracy.toFixed(3)]
    : ['no gold here'.padStart(10)];
  const rates = [ms, cpuMs].map((time) => String(Math.round((tokens / time) * 1000)));
  return [
    name.padEnd(8),
    input.replace('../shared/', '').padEnd(27),
    ...quality.map((value) => value.padStart(8)),
    rates[0]!.padStart(9),
    rates[1]!.padStart(12),
    String(mb).padStart(9),
  ].join(' ');
}
