/** Rows gold, columns predicted: pro, con, none. */
export type Confusion = readonly (readonly number[])[];

export function confusionOf(pairs: readonly { readonly gold: number; readonly said: number }[]): Confusion {
  const counts = [0, 1, 2].map(() => [0, 0, 0]);
  for (const { gold, said } of pairs) counts[gold]![said]!++;
  return counts;
}

/** F1 of pro, con and none. */
export const scoresOf = (confusion: Confusion): number[] =>
  confusion.map((row, k) => {
    const hits = row[k]!;
    const wanted = row.reduce((sum, n) => sum + n, 0);
    const said = confusion.reduce((sum, other) => sum + other[k]!, 0);
    return wanted + said === 0 ? 0 : (2 * hits) / (wanted + said);
  });

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export const macroOf = (confusion: Confusion): number => mean(scoresOf(confusion));

/** Of the sentences with a side that got one, the share with the right side. */
export function sideAccuracyOf([[pp = 0, pc = 0] = [], [cp = 0, cc = 0] = []]: Confusion): number {
  return (pp + cc) / Math.max(1, pp + pc + cp + cc);
}

/** Mean recall over leans pro and con. */
export function leanRecall(leans: readonly { readonly lean: string; readonly pro: number }[]): number[] {
  const recall = (lean: string, hit: (pro: number) => boolean) =>
    mean(leans.filter((one) => one.lean === lean).map(({ pro }) => (hit(pro) ? 1 : 0)));
  const [pro, con] = [recall('pro', (p) => p >= 0.5), recall('con', (p) => p < 0.5)];
  return [pro, con, (pro + con) / 2];
}

/** Probability that an article leaning pro is given more than one leaning con. */
export function rankingOf(leans: readonly { readonly lean: string; readonly pro: number }[]): number {
  const pros = leans.filter(({ lean }) => lean === 'pro');
  const cons = leans.filter(({ lean }) => lean === 'con');
  return mean(pros.flatMap((a) => cons.map((b) => (a.pro > b.pro ? 1 : a.pro === b.pro ? 0.5 : 0))));
}

/** A fixed sequence of pseudo-random numbers below 1, so that intervals are the same every time. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const DRAWS = 400;

/** 95 % interval of a score over articles, by drawing articles with replacement. */
export function intervalOf<T>(articles: readonly T[], score: (drawn: readonly T[]) => number): [number, number] {
  const random = numbersFrom(1);
  const scores = Array.from({ length: DRAWS }, () =>
    score(articles.map(() => articles[Math.floor(random() * articles.length)]!)),
  ).sort((a, b) => a - b);
  return [scores[Math.floor(DRAWS * 0.025)]!, scores[Math.floor(DRAWS * 0.975)]!];
}
