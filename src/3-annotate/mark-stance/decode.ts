import type { LinearModel } from '../../linear/model.ts';
import { MOST } from './feature-list.ts';
import type { Features } from './features.ts';

/** Taken off the score of "no marker", which trades precision for recall; chosen on train/stance/annotations. */
const LENIENCE = 0.8;

const buffer = new Int32Array(MOST);

/** Viterbi: the best sequence of labels (0 no marker, else the kind's place in `KINDS` plus one) for tokens `from` to `to`. */
export function bestLabels(features: Features, model: LinearModel, from: number, to: number): Uint8Array {
  const { labels, extra: transitions } = model;
  const scores = emissions(features, model, from, to);
  const back = new Uint8Array(scores.length);
  for (let at = labels; at < scores.length; at += labels) {
    const before = possible(scores, at - labels, labels);
    const here = possible(scores, at, labels);
    for (let k = 0; k < here; k++) {
      let best = -Infinity;
      for (let q = 0; q < before; q++) {
        const score = scores[at - labels + q]! + transitions[q * labels + k]!;
        if (score > best) {
          best = score;
          back[at + k] = q;
        }
      }
      scores[at + k]! += best;
    }
  }
  return trace(scores, back, labels);
}

/** How many labels a word can have: most words can have none of the kinds, which leaves little to compute. */
const possible = (scores: Float64Array, at: number, labels: number): number =>
  scores[at + 1] === -Infinity ? 1 : labels;

function emissions(features: Features, model: LinearModel, from: number, to: number): Float64Array {
  const scores = new Float64Array((to - from) * model.labels);
  for (let at = from; at < to; at++) {
    const offset = (at - from) * model.labels;
    if (!features.mayBeMarked(at)) {
      scores.fill(-Infinity, offset + 1, offset + model.labels);
      continue;
    }
    scores[offset]! -= LENIENCE;
    const { count } = features.of(at, from, to, buffer);
    for (let i = 0; i < count; i++) model.add(buffer[i]!, scores, offset);
  }
  return scores;
}

function trace(scores: Float64Array, back: Uint8Array, labels: number): Uint8Array {
  const length = scores.length / labels;
  const path = new Uint8Array(length);
  let label = 0;
  const last = (length - 1) * labels;
  for (let k = 1; k < labels; k++) if (scores[last + k]! > scores[last + label]!) label = k;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * labels + label]!;
  }
  return path;
}
