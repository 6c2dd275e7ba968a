import type { Document } from '../../src/3-annotate/find-names/document.ts';
import { featuresOf, MOST_FEATURES } from '../../src/3-annotate/find-names/features.ts';
import { beginOf, OUTSIDE, TYPES } from '../../src/3-annotate/find-names/labels.ts';
import { placeOf } from '../../src/3-annotate/find-names/model.ts';
import type { LabelledDocument } from './corpora.ts';
import { habitsOf, MOST_HABITS } from './habits.ts';

/** Runs of open words, flattened for training. */
export interface Examples {
  /** Word w has the features `features[starts[w]] … features[starts[w + 1] - 1]`, as rows of weights. */
  readonly starts: Int32Array;
  readonly features: Int32Array;
  /** Labels each word may have, a bit each. */
  readonly allowed: Int32Array;
  /** Run r is the words `runs[r] … runs[r + 1] - 1`. */
  readonly runs: Int32Array;
  readonly weights: Float32Array;
  readonly vocabulary: Vocabulary;
  /** Hashes of the features that only training sees. */
  readonly habits: ReadonlySet<number>;
}

/** Features seen often enough, each with its row. */
export interface Vocabulary {
  readonly keys: Int32Array;
  readonly rows: Int32Array;
  readonly size: number;
}

class Growing {
  values = new Int32Array(1 << 20);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
  get all(): Int32Array {
    return this.values.slice(0, this.length);
  }
}

/** Draws the examples out of labelled documents; features seen fewer than `least` times are left out. */
export function examplesOf(
  documents: readonly LabelledDocument[],
  prepare: (sentences: readonly (readonly string[])[]) => Document,
  least: number,
): Examples {
  const hashes = new Growing();
  const starts = new Growing();
  const allowed = new Growing();
  const runs = new Growing();
  const weights: number[] = [];
  const buffer = new Int32Array(MOST_FEATURES);
  const corpusBuffer = new Int32Array(MOST_HABITS);
  const habits = new Set<number>();
  for (const labelled of documents) {
    const document = prepare(labelled.sentences);
    document.sentences.forEach((words, s) => {
      const { open } = words;
      const masks = wellFormed(labelled.allowed[s]!);
      let inside = false;
      for (let i = 0; i < open.length; i++) {
        const used = open[i] === 1 || (masks[i]! & (1 << OUTSIDE)) === 0;
        if (used && !inside) {
          runs.push(allowed.length);
          weights.push(labelled.weight);
        }
        inside = used;
        if (!used) continue;
        const count = featuresOf(document, s, i, buffer);
        starts.push(hashes.length);
        allowed.push(masks[i]!);
        for (let f = 0; f < count; f++) hashes.push(buffer[f]! || 1);
        if (labelled.apart === undefined) continue;
        const own = habitsOf(words, i, labelled.apart, corpusBuffer);
        for (const hash of corpusBuffer.subarray(0, own)) {
          hashes.push(hash || 1);
          habits.add(hash || 1);
        }
      }
    });
  }
  starts.push(hashes.length);
  runs.push(allowed.length);
  return { ...compact(hashes.all, starts.all, allowed.all, runs.all, Float32Array.from(weights), least), habits };
}

const BEGINS = TYPES.reduce((mask, _, type) => mask | (1 << beginOf(type)), 0);

/** Where a name goes on that never began (two names in one word of ours), it begins. */
function wellFormed(masks: readonly number[]): readonly number[] {
  return masks.map((mask, i) => {
    const needed = (mask >> 1) & BEGINS;
    const before = i > 0 ? masks[i - 1]! : 0;
    const joins = (before & needed) !== 0 || (before & (needed << 1)) !== 0;
    return (mask & 1) === 0 && (mask & BEGINS) === 0 && !joins ? needed : mask;
  });
}

/** Replaces hashes by rows, rare ones dropped. */
function compact(
  hashes: Int32Array,
  starts: Int32Array,
  allowed: Int32Array,
  runs: Int32Array,
  weights: Float32Array,
  least: number,
): Omit<Examples, 'habits'> {
  const vocabulary = vocabularyOf(hashes, least);
  const kept = new Growing();
  const from = new Int32Array(starts.length);
  for (let w = 0; w + 1 < starts.length; w++) {
    from[w] = kept.length;
    for (let f = starts[w]!; f < starts[w + 1]!; f++) {
      const row = vocabulary.rows[placeOf(vocabulary.keys, hashes[f]!)]!;
      if (row >= 0) kept.push(row);
    }
  }
  from[starts.length - 1] = kept.length;
  return { starts: from, features: kept.all, allowed, runs, weights, vocabulary };
}

function vocabularyOf(hashes: Int32Array, least: number): Vocabulary {
  const keys = new Int32Array(1 << Math.ceil(Math.log2(hashes.length / 2 + 1024)));
  const counts = new Int32Array(keys.length);
  for (const hash of hashes) {
    const at = placeOf(keys, hash);
    keys[at] = hash;
    counts[at]!++;
  }
  let size = 0;
  const rows = counts.map((count) => (count >= least ? size++ : -1));
  return { keys, rows, size };
}
