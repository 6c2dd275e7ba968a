import { LABELS, mayFollow, OUTSIDE } from '../../src/3-annotate/find-names/labels.ts';
import type { Model } from '../../src/3-annotate/find-names/model.ts';
import type { Examples } from './examples.ts';

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of a word's features that training hides at each visit, so that no single one is relied on. */
  readonly dropout: number;
}

const PREVIOUS: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, label) =>
  Array.from({ length: LABELS }, (_, before) => before).filter((before) => mayFollow(before, label)),
);
const ALL = (1 << LABELS) - 1;
const LONGEST_RUN = 4096;
/** Errors of a probability smaller than this move no weight: most words are soon settled, and training three times as fast. */
const SLIGHT = 5e-4;

/**
 * Trains a linear-chain CRF by AdaGrad on the likelihood of the allowed labels: where a word may have several,
 * their probabilities are summed, so that a corpus that leaves a type unmarked does not teach its absence.
 * Deterministic: the order of runs and the hidden features come from a seeded generator.
 *
 * @returns weights averaged over the last half of the epochs, without those of the corpora's habits
 */
export function trainCrf(
  examples: Examples,
  { epochs, rate, decay, dropout }: Settings,
  log: (line: string) => void,
): Model {
  const { vocabulary, runs } = examples;
  const weights = new Float32Array(vocabulary.size * LABELS);
  const squares = new Float32Array(vocabulary.size * LABELS);
  const mean = new Float32Array(vocabulary.size * LABELS);
  const transitions = new Float32Array(LABELS * LABELS);
  const transitionSquares = new Float32Array(LABELS * LABELS);
  const transitionMean = new Float32Array(LABELS * LABELS);
  const random = generator(20_240_611);
  const order = Int32Array.from({ length: runs.length - 1 }, (_, r) => r);
  const free = new Lattice();
  const bound = new Lattice();
  const visible = new Int32Array(1 << 16);
  let averaged = 0;

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const run of order) loss += visit(run);
    if (epoch >= epochs >> 1) {
      averaged++;
      for (let i = 0; i < mean.length; i++) mean[i]! += (weights[i]! - mean[i]!) / averaged;
      for (let i = 0; i < transitionMean.length; i++)
        transitionMean[i]! += (transitions[i]! - transitionMean[i]!) / averaged;
    }
    log(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}`);
  }
  const rows = vocabulary.rows.map((row, at) => (examples.habits.has(vocabulary.keys[at]!) ? -1 : row));
  return { keys: vocabulary.keys, rows, weights: mean, scale: 1, transitions: transitionMean };

  function visit(run: number): number {
    const from = runs[run]!;
    const length = Math.min(LONGEST_RUN, runs[run + 1]! - from);
    const scores = free.scores;
    const { starts, features, allowed } = examples;
    let seen = 0;
    const ends: number[] = [0];
    for (let t = 0; t < length; t++) {
      const base = t * LABELS;
      scores.fill(0, base, base + LABELS);
      for (let f = starts[from + t]!; f < starts[from + t + 1]!; f++) {
        if (dropout > 0 && random() < dropout) continue;
        const row = features[f]! * LABELS;
        visible[seen++] = row;
        for (let l = 0; l < LABELS; l++) scores[base + l]! += weights[row + l]!;
      }
      ends.push(seen);
    }
    bound.scores.set(scores.subarray(0, length * LABELS));
    const all = free.run(length, transitions, () => ALL);
    const right = bound.run(length, transitions, (t) => allowed[from + t]!);
    const step = examples.weights[run]!;
    for (let t = 0; t < length; t++) {
      for (let l = 0; l < LABELS; l++) {
        const slope = step * (free.marginals[t * LABELS + l]! - bound.marginals[t * LABELS + l]!);
        if (Math.abs(slope) < SLIGHT) continue;
        for (let v = ends[t]!; v < ends[t + 1]!; v++) {
          const at = visible[v]! + l;
          const g = slope + decay * weights[at]!;
          squares[at]! += g * g;
          weights[at]! -= (rate * g) / Math.sqrt(squares[at]! + 1e-2);
        }
      }
    }
    for (let i = 0; i < transitions.length; i++) {
      const g = step * (free.pairs[i]! - bound.pairs[i]!);
      if (g === 0) continue;
      transitionSquares[i]! += g * g;
      transitions[i]! -= (rate * g) / Math.sqrt(transitionSquares[i]! + 1);
    }
    return step * (all - right);
  }
}

/** Forward and backward sums over one run, scaled at each word so that nothing overflows. */
class Lattice {
  readonly scores = new Float32Array(LONGEST_RUN * LABELS);
  readonly marginals = new Float32Array(LONGEST_RUN * LABELS);
  readonly pairs = new Float32Array(LABELS * LABELS);
  private readonly potentials = new Float64Array(LONGEST_RUN * LABELS);
  private readonly forward = new Float64Array(LONGEST_RUN * LABELS);
  private readonly scales = new Float64Array(LONGEST_RUN);
  private readonly edges = new Float64Array(LABELS * LABELS);

  /** @returns the logarithm of the sum over all label sequences that `allowed` permits */
  run(length: number, transitions: Float32Array, allowed: (t: number) => number): number {
    for (let i = 0; i < transitions.length; i++) this.edges[i] = Math.exp(transitions[i]!);
    const logSum = this.goForward(length, allowed);
    this.goBackward(length);
    return logSum;
  }

  private goForward(length: number, allowed: (t: number) => number): number {
    const { scores, potentials, forward, scales, edges } = this;
    let logSum = 0;
    for (let t = 0; t < length; t++) {
      const base = t * LABELS;
      const mask = allowed(t);
      let top = -Infinity;
      for (let l = 0; l < LABELS; l++) if ((mask >> l) & 1 && scores[base + l]! > top) top = scores[base + l]!;
      let sum = 0;
      for (let l = 0; l < LABELS; l++) {
        const potential = (mask >> l) & 1 ? Math.exp(scores[base + l]! - top) : 0;
        potentials[base + l] = potential;
        let into = 0;
        if (potential > 0)
          for (const before of PREVIOUS[l]!)
            into +=
              (t === 0 ? (before === OUTSIDE ? 1 : 0) : forward[base - LABELS + before]!) * edges[before * LABELS + l]!;
        forward[base + l] = into * potential;
        sum += forward[base + l]!;
      }
      if (sum === 0) throw new Error('labels that cannot follow each other');
      scales[t] = sum;
      for (let l = 0; l < LABELS; l++) forward[base + l]! /= sum;
      logSum += Math.log(sum) + top;
    }
    return logSum;
  }

  private goBackward(length: number): void {
    const { potentials, forward, scales, edges, marginals, pairs } = this;
    pairs.fill(0);
    let after = new Float64Array(LABELS).fill(1);
    for (let t = length - 1; t >= 0; t--) {
      const base = t * LABELS;
      const before = new Float64Array(LABELS);
      for (let l = 0; l < LABELS; l++) {
        marginals[base + l] = forward[base + l]! * after[l]!;
        const out = (potentials[base + l]! * after[l]!) / scales[t]!;
        if (out === 0) continue;
        for (const p of PREVIOUS[l]!) {
          const edge = edges[p * LABELS + l]! * out;
          before[p]! += edge;
          pairs[p * LABELS + l]! += edge * (t === 0 ? (p === OUTSIDE ? 1 : 0) : forward[base - LABELS + p]!);
        }
      }
      after = before;
    }
  }
}

/** Mulberry32: numbers in [0, 1), the same on every machine. */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const other = order[j]!;
    order[j] = order[i]!;
    order[i] = other;
  }
}
