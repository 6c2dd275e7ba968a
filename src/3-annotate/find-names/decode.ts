import type { Document } from './document.ts';
import { featuresOf, MOST_FEATURES } from './features.ts';
import { isInsideLabel, LABELS, mayFollow, OUTSIDE, typeOf } from './labels.ts';
import { type Model, scoreInto } from './model.ts';

/** For each label those that may stand before it. */
const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, label) =>
  Array.from({ length: LABELS }, (_, before) => before).filter((before) => mayFollow(before, label)),
);

const features = new Int32Array(MOST_FEATURES);

/** Labels of all words of a sentence: the best path through each run of open words; closed ones are outside. */
export function tagSentence(model: Model, document: Document, sentence: number): Uint8Array {
  const { open, forms } = document.sentences[sentence]!;
  const labels = new Uint8Array(forms.length);
  for (let i = 0; i < forms.length; i++) {
    if (open[i] === 0) continue;
    let end = i;
    while (end < forms.length && open[end] === 1) end++;
    tagRun(model, document, sentence, i, end, labels);
    i = end;
  }
  return labels;
}

function tagRun(
  model: Model,
  document: Document,
  sentence: number,
  from: number,
  to: number,
  labels: Uint8Array,
): void {
  const scores = new Float32Array((to - from) * LABELS);
  for (let i = from; i < to; i++) {
    const count = featuresOf(document, sentence, i, features);
    scoreInto(model, features, count, scores, (i - from) * LABELS);
  }
  labels.set(viterbi(scores, to - from, model.transitions), from);
}

/** The best-scoring sequence of labels that is well-formed BIO. */
export function viterbi(scores: Float32Array, length: number, transitions: Float32Array): Uint8Array {
  const back = new Uint8Array(length * LABELS);
  let best = new Float32Array(LABELS).fill(-Infinity);
  best[OUTSIDE] = 0;
  for (let i = 0; i < length; i++) best = step(scores, i, best, transitions, back);
  let label = 0;
  for (let l = 1; l < LABELS; l++) if (best[l]! > best[label]!) label = l;
  const path = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * LABELS + label]!;
  }
  return path;
}

function step(
  scores: Float32Array,
  i: number,
  best: Float32Array,
  transitions: Float32Array,
  back: Uint8Array,
): Float32Array<ArrayBuffer> {
  const next = new Float32Array(LABELS);
  for (let l = 0; l < LABELS; l++) {
    let top = -Infinity;
    for (const before of BEFORE[l]!) {
      const score = best[before]! + transitions[before * LABELS + l]!;
      if (score > top) {
        top = score;
        back[i * LABELS + l] = before;
      }
    }
    next[l] = top + scores[i * LABELS + l]!;
  }
  return next;
}

/** A name in words: `[start, end)` of a sentence, with the number of its type. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

export function stretchesOf(labels: ArrayLike<number>): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === OUTSIDE) continue;
    const type = typeOf(labels[i]!);
    let end = i + 1;
    while (end < labels.length && isInsideLabel(labels[end]!) && typeOf(labels[end]!) === type) end++;
    found.push({ start: i, end, type });
    i = end - 1;
  }
  return found;
}
