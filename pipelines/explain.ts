import type { TakenApart } from './article.ts';
import { type TakeApartOptions, takeApart } from './article.ts';

/** What one stage did to one article. */
export interface StageStep {
  readonly stage: string;
  readonly needs: readonly string[];
  readonly adds: readonly string[];
  /** Layer and how much of it: "12 sentences". */
  readonly found: readonly string[];
}

export type Explained = TakenApart & { readonly steps: readonly StageStep[] };

/** Use: to see why oped says what it says: the stages in order, and what each found. */
export async function* explain(path: string, options: TakeApartOptions = {}): AsyncGenerator<Explained> {
  let steps: StageStep[] = [];
  const watched = takeApart(path, {
    ...options,
    watch: ({ name, needs, adds }, article) => {
      const layers = article as unknown as Record<string, unknown>;
      const found = adds.map((layer: string) => howMuch(layer, layers[layer]));
      steps.push({ stage: name, needs, adds, found });
    },
  });
  for await (const taken of watched) {
    yield { ...taken, steps };
    steps = [];
  }
}

const howMuch = (layer: string, value: unknown): string => (Array.isArray(value) ? `${value.length} ${layer}` : layer);
