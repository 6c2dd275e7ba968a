import { readFileSync } from 'node:fs';
import { sigmoid } from '../reading/linear.ts';

/** What turns probabilities into decisions, fitted on cross-validated predictions. */
export interface Decision {
  /** Weights that the probabilities of pro, con and none are multiplied by before the best is taken. */
  readonly bias: readonly [number, number, number];
  /** Slope and offset on the log-odds of the chosen role's probability: the calibrated confidence. */
  readonly calibration: readonly [number, number];
}

export const readDecision = (file: URL): Decision => JSON.parse(readFileSync(file, 'utf8')) as Decision;

/** Index of the role chosen: 0 pro, 1 con, 2 none. */
export function choose({ bias }: Decision, probabilities: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < bias.length; i++) {
    if (probabilities[i]! * bias[i]! > probabilities[best]! * bias[best]!) best = i;
  }
  return best;
}

const EDGE = 1e-6;

/** Calibrated probability, to two places, that a choice made at `probability` is right. */
export function confidenceOf({ calibration: [slope, offset] }: Decision, probability: number): number {
  const p = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.round(100 * sigmoid(slope * Math.log(p / (1 - p)) + offset)) / 100;
}
