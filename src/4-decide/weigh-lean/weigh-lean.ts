import { logitOf, readLinear, reasons, sigmoid } from '../reading/linear.ts';
import type { Weighed } from '../weigh-words/weigh-words.ts';
import { leanFeatures } from './lean-features.ts';
import { opinionAfterBalance } from './opinion.ts';

/** Where the author stands toward the issue, before any single sentence is judged. */
export interface LeanWeight {
  /** Probability that the author speaks for the issue. */
  readonly pro: number;
  /** What pushed it, strongest first. */
  readonly because: readonly string[];
}

const GIVEN = readLinear(new URL('./lean-given.weights.json', import.meta.url));
const FOUND = readLinear(new URL('./lean-found.weights.json', import.meta.url));

/** Log-odds that an opinion after a hedged balance adds: it outweighs all but the clearest tone. Our judgement. */
const OPINION = 2;

/** With an issue that a person gave, the phrase's own words and direction count too. */
export function weighLean(reading: Weighed): LeanWeight {
  const features = leanFeatures(reading);
  const { sign } = reading.issue;
  const model = reading.given ? GIVEN : FOUND;
  const opinion = opinionAfterBalance(reading);
  const logit = logitOf(model, features) + OPINION * opinion;
  const because = reasons(model, features, Math.sign(logit), 3).map((name) => `lean/${name}`);
  const said = opinion !== 0 && opinion === Math.sign(logit) ? ['lean/opinion-after-balance'] : [];
  return { pro: sigmoid(sign * logit), because: [...said, ...because] };
}
