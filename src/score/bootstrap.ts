/** Enough that the ends of a 95 % interval move by less than a hundredth from seed to seed. */
const DRAWS = 1_000;
const SEED = 20_191_014;

/**
 * Draws as many articles as there are, with repetition, again and again
 * (Efron 1979, the bootstrap). Articles are drawn, not sentences: those of one article stand or fall together.
 *
 * @returns indexes of articles, the same for the same count on every machine
 */
export function draws(count: number): number[][] {
  const next = random(SEED);
  return Array.from({ length: DRAWS }, () => Array.from({ length: count }, () => Math.floor(next() * count)));
}

/** A small seeded generator (mulberry32, T. Ettinger, public domain), from 0 up to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
