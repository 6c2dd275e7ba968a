import { readFileSync } from 'node:fs';

/** Features of one thing to be weighed: name to value. */
export type Features = Map<string, number>;

/** A linear model as the training script writes it: one weight a feature. */
export interface Linear {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

interface LinearFile {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** @param file JSON of `{ bias, weights }` that `npm run train:roles` wrote */
export function readLinear(file: URL): Linear {
  const { bias, weights } = JSON.parse(readFileSync(file, 'utf8')) as LinearFile;
  return { bias, weights: new Map(Object.entries(weights)) };
}

/** Log-odds that the model gives. */
export function logitOf({ bias, weights }: Linear, features: Features): number {
  let sum = bias;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return sum;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const add = (features: Features, name: string, value = 1): void => {
  features.set(name, (features.get(name) ?? 0) + value);
};

/** The `count` features that push the decision furthest toward `sign`, strongest first; ties by name. */
export function reasons({ weights }: Linear, features: Features, sign: number, count: number): string[] {
  return [...features]
    .map(([name, value]) => ({ name, push: (weights.get(name) ?? 0) * value * sign }))
    .filter(({ push }) => push > 0)
    .sort((a, b) => b.push - a.push || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}
