import { type Features, type Linear, logitOf, readLinear, reasons, sigmoid } from '../reading/linear.ts';
import type { Reading } from '../reading/reading.ts';
import { leanFeatures } from './lean-features.ts';

/** Where the author stands toward the issue, before any single sentence is judged. */
export interface LeanWeight {
  /** Probability that the author speaks for the issue. */
  readonly pro: number;
  /** What pushed it, strongest first. */
  readonly because: readonly string[];
}

const GIVEN = readLinear(new URL('./lean-given.weights.json', import.meta.url));
const FOUND = readLinear(new URL('./lean-found.weights.json', import.meta.url));

/** @param given whether a user fixed the issue; then the phrase's own direction counts */
export function weighLean(reading: Reading, given: boolean): LeanWeight {
  const features = leanFeatures(reading, given);
  return given ? weigh(GIVEN, features, reading.issue.sign) : weigh(FOUND, features, 1);
}

function weigh(model: Linear, features: Features, sign: 1 | -1): LeanWeight {
  const logit = logitOf(model, features);
  const because = reasons(model, features, Math.sign(logit), 3);
  return { pro: sigmoid(sign * logit), because: because.map((name) => `lean/${name}`) };
}
