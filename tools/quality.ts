// `npm run quality`: measures oped on every gold there is, prints the table and writes docs/quality.md and the floors.
// `npm run quality -- --check` only compares with the floors; a figure more than a point below its floor fails.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { takeApart } from '../pipelines/article.ts';
import { findInputs } from '../src/1-read/find-inputs.ts';
import type { OpedRecord } from '../src/5-record/record.ts';
import { type Score, score } from '../src/score/score.ts';
import { scoreView } from '../src/score/score-view.ts';

export interface GoldSet {
  readonly name: string;
  readonly gold: string;
  readonly input: string;
}

/** The gold that ships with oped, and what lies beside the checkout. */
export const GOLD_SETS: readonly GoldSet[] = [
  { name: 'corpora/gold', gold: 'corpora/gold', input: 'corpora/sample' },
  { name: 'gold/dev', gold: '../shared/gold/dev', input: '../shared/gold/dev/articles.jsonl' },
  {
    name: 'gold/dev, issue given',
    gold: '../shared/gold/dev',
    input: '../shared/gold/dev/articles-with-issue.jsonl',
  },
];

export const FLOORS = 'test/quality/floors.json';
/** A figure may lie so far below its floor: another machine's rounding, no more. */
export const TOLERANCE = 0.01;

export type Floors = Readonly<Record<string, Readonly<Record<string, { readonly floor: number; readonly n: number }>>>>;

export const readFloors = (): Floors => JSON.parse(readFileSync(FLOORS, 'utf8'));

/** Scores every article of a gold set that is there. */
export const scoreSet = ({ gold, input }: GoldSet): Promise<Score> => score(gold, recordsOf(input));

async function* recordsOf(input: string): AsyncGenerator<OpedRecord> {
  for await (const found of findInputs([input])) {
    if (!found.ok) throw new Error(`${found.source.path} is not there`);
    for await (const taken of takeApart(found.path)) if (taken.ok) yield taken.record;
  }
}

/** Every figure of a score by name, with the gold items behind it. */
export const figuresOf = ({ overall, labels, articles }: Score): Record<string, { floor: number; n: number }> =>
  Object.fromEntries([
    ...overall.map(({ name, value }) => [name, { floor: value, n: articles }] as const),
    ...labels.map(({ label, f, n }) => [label, { floor: f, n }] as const),
  ]);

/** The figures that lie below their floor, in words. */
export function belowFloor(set: string, result: Score, floors: Floors): string[] {
  const figures = figuresOf(result);
  return Object.entries(floors[set] ?? {}).flatMap(([name, { floor, n }]) => {
    const value = figures[name]?.floor ?? 0;
    return n > 0 && value < floor - TOLERANCE ? [`${set}: ${name} is ${value}, its floor ${floor} (n ${n})`] : [];
  });
}

async function main(check: boolean): Promise<void> {
  const sets = GOLD_SETS.filter(({ gold }) => existsSync(gold));
  const measured: Record<string, Score> = {};
  for (const set of sets) measured[set.name] = await scoreSet(set);
  for (const [name, result] of Object.entries(measured)) console.log(`== ${name}\n${scoreView(result)}`);
  if (check) {
    const below = Object.entries(measured).flatMap(([name, result]) => belowFloor(name, result, readFloors()));
    for (const line of below) console.log(line);
    process.exitCode = below.length > 0 ? 1 : 0;
    return;
  }
  const floors = Object.fromEntries(Object.entries(measured).map(([name, result]) => [name, figuresOf(result)]));
  writeFileSync(FLOORS, `${JSON.stringify(floors, null, 1)}\n`);
  writeReadme(measured);
  const parts = Object.entries(measured).map(([name, result]) => `## ${name}\n\n\`\`\`\n${scoreView(result)}\`\`\`\n`);
  writeFileSync(
    'docs/quality.md',
    `# Quality\n\nWritten by \`npm run quality\`; docs/scoring.md says what each figure is.\n\n${parts.join('\n')}`,
  );
}

/** The figures that the README shows, and what they are called there. */
const SHOWN: readonly (readonly [string, string])[] = [
  ['entities/core', 'people, organizations, places: F1, exact span and type'],
  ['entities/all', 'names of all seven types: F1'],
  ['markers/all', 'stance markers of eight kinds: F1'],
  ['attributions/content', 'what is reported: F1'],
  ['voiceRecall', "sentences in another's voice: recall"],
  ['macroRoles', 'pro, con, none: mean F1'],
  ['sideAccuracy', 'right side, of sentences given one'],
  ['verdictAccuracy', 'where the writer comes down: accuracy'],
  ['issueWords', 'words of the issue: Dice'],
];

/** The README's table, between its markers. */
function writeReadme(measured: Readonly<Record<string, Score>>): void {
  const names = Object.keys(measured);
  const row = ([figure, words]: readonly [string, string]) =>
    `| ${words} | ${names.map((name) => (figuresOf(measured[name]!)[figure]?.floor ?? 0).toFixed(2)).join(' | ')} |`;
  const lines = [`| | ${names.join(' | ')} |`, `|---|${names.map(() => '--:|').join('')}`, ...SHOWN.map(row)];
  const readme = readFileSync('README.md', 'utf8');
  const between = /<!-- quality -->[\s\S]*<!-- \/quality -->/;
  writeFileSync('README.md', readme.replace(between, `<!-- quality -->\n${lines.join('\n')}\n<!-- /quality -->`));
}

if (process.argv[1]?.endsWith('quality.ts')) await main(process.argv.includes('--check'));
