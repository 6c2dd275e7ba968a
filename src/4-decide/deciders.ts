import { encoderEngine } from './encoder/encoder-engine.ts';
import { takeRolesByEncoder } from './encoder/take-roles-by-encoder.ts';
import { takeRoles } from './take-roles/take-roles.ts';
import { takeVerdict } from './take-verdict/take-verdict.ts';

/** Who decides roles and verdict: word features, or a pretrained encoder beside them. */
export const ENGINES = ['light', 'encoder'] as const;

export type EngineName = (typeof ENGINES)[number];

/** The two stages that an engine decides; the encoder is loaded at the first article, not before. */
export function deciders(name: EngineName) {
  if (name === 'light') return { takeRoles: takeRoles(), takeVerdict: takeVerdict() };
  const engine = encoderEngine();
  return { takeRoles: takeRolesByEncoder(engine), takeVerdict: takeVerdict(engine.weighLean) };
}
