import type { Stretch } from '../../src/3-annotate/find-names/decode.ts';
import { TYPES } from '../../src/3-annotate/find-names/labels.ts';
import { generator } from './crf.ts';

/** Hits, false alarms and misses. */
export interface Tally {
  hits: number;
  alarms: number;
  misses: number;
}

/** `core` is person, organization and place together; `all` every type that the gold has. */
export const NAMES = ['core', 'all', ...TYPES] as const;
export type Tallies = Record<(typeof NAMES)[number], Tally>;

const ROUNDS = 1000;
const CORE = 3;

export const emptyTallies = (): Tallies =>
  Object.fromEntries(NAMES.map((name) => [name, { hits: 0, alarms: 0, misses: 0 }])) as Tallies;

/** Compares the names of one sentence by span and type; types that the gold never marks are left out of `all`. */
export function tallySentence(
  gold: readonly Stretch[],
  found: readonly Stretch[],
  marked: ReadonlySet<number>,
): Tallies {
  const tallies = emptyTallies();
  const key = ({ start, end, type }: Stretch): string => `${start} ${end} ${type}`;
  const right = new Set(gold.map(key));
  const predicted = new Set(found.map(key));
  const add = (type: number, field: keyof Tally): void => {
    tallies[TYPES[type]!][field]++;
    if (type < CORE) tallies.core[field]++;
    if (marked.has(type)) tallies.all[field]++;
  };
  for (const name of found) add(name.type, right.has(key(name)) ? 'hits' : 'alarms');
  for (const name of gold) if (!predicted.has(key(name))) add(name.type, 'misses');
  return tallies;
}

export const precision = ({ hits, alarms }: Tally): number => hits / (hits + alarms) || 0;
export const recall = ({ hits, misses }: Tally): number => hits / (hits + misses) || 0;
export const f1 = ({ hits, alarms, misses }: Tally): number => (2 * hits) / (2 * hits + alarms + misses) || 0;

export function sum(all: readonly Tally[]): Tally {
  const total = { hits: 0, alarms: 0, misses: 0 };
  for (const { hits, alarms, misses } of all) {
    total.hits += hits;
    total.alarms += alarms;
    total.misses += misses;
  }
  return total;
}

/** The 95 % interval of F1 over documents drawn again with replacement; the same each time. */
export function interval(perDocument: readonly Tally[]): readonly [number, number] {
  const random = generator(1);
  const scores = Array.from({ length: ROUNDS }, () =>
    f1(sum(perDocument.map(() => perDocument[Math.floor(random() * perDocument.length)]!))),
  ).sort((a, b) => a - b);
  return [scores[Math.floor(ROUNDS * 0.025)]!, scores[Math.ceil(ROUNDS * 0.975) - 1]!];
}
