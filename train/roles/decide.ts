import { choose, type Decision } from '../../src/4-decide/take-roles/decision.ts';
import type { Said, Unseen } from './cross-validate.ts';
import { fitLinear } from './fit-linear.ts';
import { confusionOf, macroOf } from './measures.ts';

/** A sentence with its gold role and the probabilities that it was given. */
export interface Judged {
  readonly gold: number;
  readonly probabilities: readonly number[];
}

const ROLES = ['pro', 'con', 'none'];

/** The sentences whose gold role is pro, con or none. */
export const judged = (unseen: readonly Unseen[], pick: (one: Unseen) => Said): Judged[] =>
  unseen.flatMap((one) =>
    one.gold.roles.flatMap((role, i) =>
      role === null || role === 'both' ? [] : { gold: ROLES.indexOf(role), probabilities: pick(one).roles[i]! },
    ),
  );

const STEPS = Array.from({ length: 21 }, (_, i) => 0.6 + 0.06 * i);

/** The weights that give the best macro-F1 on sentences that the models had not seen, and a calibrated confidence. */
export function fitDecision(sentences: readonly Judged[]): Decision {
  let best: Decision = { bias: [1, 1, 1], calibration: [1, 0] };
  let top = -1;
  for (const con of STEPS) {
    for (const none of STEPS) {
      const decision: Decision = { bias: [1, con, none], calibration: [1, 0] };
      const macro = macroOf(decided(decision, sentences));
      if (macro > top) [top, best] = [macro, decision];
    }
  }
  return { bias: best.bias, calibration: calibrate(best, sentences) };
}

export const decided = (decision: Decision, sentences: readonly Judged[]) =>
  confusionOf(sentences.map(({ gold, probabilities }) => ({ gold, said: choose(decision, probabilities) })));

/** Platt's scaling on the log-odds of the chosen role. */
function calibrate(decision: Decision, sentences: readonly Judged[]): [number, number] {
  const rows = sentences.map(({ gold, probabilities }) => {
    const said = choose(decision, probabilities);
    const p = Math.min(1 - 1e-6, Math.max(1e-6, probabilities[said]!));
    return { features: new Map([['odds', Math.log(p / (1 - p))]]), target: said === gold ? 1 : 0 };
  });
  const { bias, weights } = fitLinear(rows, { penalty: 0 });
  return [weights.get('odds')!, bias];
}
