export interface Timing {
  /** Milliseconds, the best of the rounds: noise only ever adds. */
  readonly ms: number;
}

/** Runs `work` `rounds` times after one warm-up and keeps the fastest. */
export async function best(work: () => unknown, rounds = 3): Promise<Timing> {
  await work();
  let ms = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms };
}

/** One line of the report: what, how fast, and how that compares with bare wink-nlp in the same run. */
export function row(what: string, ms: number, tokens: number, winkMs: number): string {
  const rate = Math.round((tokens / ms) * 1000);
  const ratio = (winkMs / ms).toFixed(2);
  return `${what.padEnd(34)} ${ratio.padStart(8)} ${String(rate).padStart(10)} ${ms.toFixed(0).padStart(8)}`;
}
