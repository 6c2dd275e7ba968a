import type { Learnt } from '../write-model.ts';
import { idsOf, rowsOf } from './logistic.ts';
import { random, shuffle } from './random.ts';

/** One sentence: the features of each token and its label. */
export interface Sequence {
  readonly features: readonly ArrayLike<number>[];
  readonly labels: ArrayLike<number>;
  /** How many of a token's features, the first, do without the words themselves; absent where that tells nothing. */
  readonly general?: readonly number[];
}

/** Chosen by training on gold/train and scoring on train/stance/annotations, as are the four numbers below. */
const EPOCHS = 12;
const RATE = 0.02;
const DECAY = 1e-2;
const IGNORED = 1e-4;
/** From this epoch on the weights after each are averaged. */
const SETTLED = 4;
/** How often the model is trained anew, in another order of the sentences; the weights of all runs are averaged. */
const RUNS = 3;
/** How often a token is shown without its words, so that the model learns to do without them where they are new. */
const WORDLESS = 0.15;

/** A linear-chain conditional random field, trained by AdaGrad with L2; `extra` of the result are the transitions. */
export function trainCrf(sequences: readonly Sequence[], labels: number): Learnt {
  const rows = rowsOf(sequences.flatMap(({ features }) => features));
  const list = sequences.map(({ features, labels: gold, general }) => ({
    ids: features.map((f) => idsOf(f, rows)),
    general: features.map((f, i) => idsOf(Int32Array.from(f).subarray(0, general?.[i] ?? f.length), rows)),
    gold,
  }));
  const average = new Average(new Training(rows.size, labels));
  const next = random(1);
  for (let run = 0; run < RUNS; run++) {
    const state = new Training(rows.size, labels);
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(list, next);
      for (const { ids, general, gold } of list) {
        const shown = ids.map((all, i) => (next() < WORDLESS ? general[i]! : all));
        state.step(shown, gold);
      }
      if (epoch >= SETTLED) average.add(state);
    }
  }
  return { labels, rows, weights: average.weights, extra: [...average.transitions] };
}

/** The mean of the weights that it is shown. */
class Average {
  readonly weights: Float64Array;
  readonly transitions: Float64Array;
  private shown = 0;

  constructor({ weights, transitions }: Training) {
    this.weights = new Float64Array(weights.length);
    this.transitions = new Float64Array(transitions.length);
  }

  add({ weights, transitions }: Training): void {
    this.shown++;
    weights.forEach((w, i) => {
      this.weights[i]! += (w - this.weights[i]!) / this.shown;
    });
    transitions.forEach((w, i) => {
      this.transitions[i]! += (w - this.transitions[i]!) / this.shown;
    });
  }
}

class Training {
  private readonly labels: number;
  readonly weights: Float64Array;
  readonly transitions: Float64Array;
  private readonly squares: Float64Array;
  private readonly transitionSquares: Float64Array;

  constructor(rows: number, labels: number) {
    this.labels = labels;
    this.weights = new Float64Array(rows * labels);
    this.squares = new Float64Array(rows * labels);
    this.transitions = new Float64Array(labels * labels);
    this.transitionSquares = new Float64Array(labels * labels);
  }

  step(ids: readonly Int32Array[], gold: ArrayLike<number>): void {
    const emissions = this.emissions(ids);
    const forward = this.forward(emissions);
    const backward = this.backward(emissions);
    const total = logSum(forward.subarray(forward.length - this.labels));
    this.updateWeights(ids, gold, forward, backward, total);
    this.updateTransitions(gold, emissions, forward, backward, total);
  }

  private emissions(ids: readonly Int32Array[]): Float64Array {
    const { labels, weights } = this;
    const scores = new Float64Array(ids.length * labels);
    ids.forEach((list, i) => {
      for (const id of list) for (let k = 0; k < labels; k++) scores[i * labels + k]! += weights[id * labels + k]!;
    });
    return scores;
  }

  private forward(emissions: Float64Array): Float64Array {
    const { labels, transitions } = this;
    const scores = emissions.slice();
    const terms = new Float64Array(labels);
    for (let at = labels; at < scores.length; at += labels) {
      for (let k = 0; k < labels; k++) {
        for (let q = 0; q < labels; q++) terms[q] = scores[at - labels + q]! + transitions[q * labels + k]!;
        scores[at + k]! += logSum(terms);
      }
    }
    return scores;
  }

  private backward(emissions: Float64Array): Float64Array {
    const { labels, transitions } = this;
    const scores = new Float64Array(emissions.length);
    const terms = new Float64Array(labels);
    for (let at = emissions.length - 2 * labels; at >= 0; at -= labels) {
      for (let k = 0; k < labels; k++) {
        for (let q = 0; q < labels; q++) {
          terms[q] = scores[at + labels + q]! + transitions[k * labels + q]! + emissions[at + labels + q]!;
        }
        scores[at + k] = logSum(terms);
      }
    }
    return scores;
  }

  private updateWeights(
    ids: readonly Int32Array[],
    gold: ArrayLike<number>,
    forward: Float64Array,
    backward: Float64Array,
    total: number,
  ): void {
    const { labels, weights, squares } = this;
    ids.forEach((list, i) => {
      for (let k = 0; k < labels; k++) {
        const at = i * labels + k;
        const slope = Math.exp(forward[at]! + backward[at]! - total) - (gold[i] === k ? 1 : 0);
        if (Math.abs(slope) < IGNORED) continue;
        for (const id of list) {
          const x = id * labels + k;
          const gradient = slope + DECAY * weights[x]!;
          squares[x]! += gradient * gradient;
          weights[x]! -= (RATE * gradient) / (Math.sqrt(squares[x]!) + 1e-6);
        }
      }
    });
  }

  private updateTransitions(
    gold: ArrayLike<number>,
    emissions: Float64Array,
    forward: Float64Array,
    backward: Float64Array,
    total: number,
  ): void {
    const { labels, transitions, transitionSquares } = this;
    for (let i = 1; i < gold.length; i++) {
      for (let q = 0; q < labels; q++) {
        for (let k = 0; k < labels; k++) {
          const x = q * labels + k;
          const path = forward[(i - 1) * labels + q]! + transitions[x]! + emissions[i * labels + k]!;
          const seen = gold[i - 1] === q && gold[i] === k ? 1 : 0;
          const gradient = Math.exp(path + backward[i * labels + k]! - total) - seen;
          if (Math.abs(gradient) < IGNORED) continue;
          transitionSquares[x]! += gradient * gradient;
          transitions[x]! -= (RATE * gradient) / (Math.sqrt(transitionSquares[x]!) + 1e-6);
        }
      }
    }
  }
}

function logSum(terms: Float64Array): number {
  let most = -Infinity;
  for (const term of terms) if (term > most) most = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}
