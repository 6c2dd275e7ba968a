// `npm run bench`: speed, memory and growth, as ratios to bare wink-nlp in the same run. 1.00 is as fast as bare wink.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nlp from 'compromise';
import { analysis } from '../pipelines/analysis.ts';
import { shadowOf } from '../src/2-segment/split-tokens/shadow.ts';
import { wink } from '../src/2-segment/split-tokens/wink.ts';
import { sourceOf } from '../src/article/source-of.ts';
import { best, row } from './measure.ts';
import { stageTimes } from './stages.ts';
import { benchTexts } from './texts.ts';

const print = (line = ''): void => console.log(line);

const { from, texts } = benchTexts();
const shadows = texts.map(shadowOf);
const sources = texts.map((text) => sourceOf(text));

const readAll = (): number => {
  const { its } = wink();
  return shadows.reduce((sum, text) => sum + (wink().readDoc(text).tokens().out(its.pos) as string[]).length, 0);
};

const tokens = readAll();
const { ms: winkMs } = await best(readAll);
const names = await best(() => texts.slice(0, 20).map((text) => nlp(text).topics().out('array')), 1);
const namesTokens = shadows.slice(0, 20).reduce((sum, text) => sum + wink().readDoc(text).tokens().length(), 0);
const run = analysis();
const whole = await best(async () => {
  for (const source of sources) await run.run(source);
});

print(`${texts.length} op-eds from ${from}, ${tokens} tokens`);
print(`${''.padEnd(34)} ${'x wink'.padStart(8)} ${'tokens/s'.padStart(10)} ${'ms'.padStart(8)}`);
print(row('whole pipeline', whole.ms, tokens, winkMs));
for (const { name, ms } of await stageTimes(run.stages, sources)) print(row(`  ${name}`, ms, tokens, winkMs));
print(row('bare wink-nlp', winkMs, tokens, winkMs));
print(row('compromise, names alone', names.ms, namesTokens, (winkMs * namesTokens) / tokens));
print(
  `articles a second: ${((sources.length / whole.ms) * 1000).toFixed(1)}; peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);

print();
print('growth: time for a text twice as long (under 2.2 is linear)');
const base = texts.slice(0, 8).join('\n\n');
await growth('op-eds', (times) => `${base}\n\n`.repeat(times));
await growth('one sentence of "banning"', (times) => `${'banning '.repeat(2000 * times)}ends.`);
await growth('one sentence of "in my opinion"', (times) => `${'in my opinion the car works '.repeat(400 * times)}.`);

async function growth(name: string, textOf: (times: number) => string): Promise<void> {
  const times = [1, 2, 4];
  const took: number[] = [];
  for (const source of times.map((n) => sourceOf(textOf(n)))) took.push((await best(() => run.run(source), 3)).ms);
  const ratios = took.slice(1).map((ms, index) => (ms / took[index]!).toFixed(2));
  print(
    `  ${name.padEnd(34)} ${ratios.join('  ')}  (${took.at(-1)!.toFixed(0)} ms for ${textOf(4).length} characters)`,
  );
}

print();
print('start-up of the command, milliseconds (best of 5)');
const short = join(tmpdir(), 'oped-bench.txt');
writeFileSync(short, 'A short piece\n\nWe should act now, because waiting costs more.\n');
for (const args of [['--version'], ['article', short, '--format', 'json']]) {
  const { ms } = await best(() => spawnSync(process.execPath, ['dist/src/cli/oped.js', ...args]), 5);
  print(`  oped ${args[0]!.padEnd(10)} ${ms.toFixed(0)}`);
}
