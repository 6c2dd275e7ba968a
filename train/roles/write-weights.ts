import { writeFileSync } from 'node:fs';
import type { Linear } from '../../src/4-decide/reading/linear.ts';
import type { Chain } from '../../src/4-decide/take-roles/chain.ts';

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Weights below `least` are dropped: they decide nothing and take room. */
export function writeLinear(file: URL, { bias, weights }: Linear, least = 0.005): void {
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= least).sort(byName);
  write(file, { bias: round(bias), weights: Object.fromEntries(kept.map(([name, weight]) => [name, round(weight)])) });
}

export function writeChain(file: URL, { weights, transitions }: Chain, least = 0.01): void {
  const kept = [...weights].filter(([, row]) => row.some((weight) => Math.abs(weight) >= least)).sort(byName);
  write(file, {
    transitions: transitions.map((row) => row.map(round)),
    weights: Object.fromEntries(kept.map(([name, row]) => [name, row.map(round)])),
  });
}

export const write = (file: URL, value: unknown): void => writeFileSync(file, JSON.stringify(value));
