import { readLexicon } from '../../lexicon/read-lexicon.ts';

const ROLES = new Set(readLexicon(new URL('./roles.tsv', import.meta.url), 1).map(([role = '']) => role));
/** Mr., Mrs. and Ms. are no roles. */
const COURTESY = new Set(['mr', 'mrs', 'ms']);

/** Whether a lower-case word says what a person is or does: "senator", "Sens.". */
export function isRoleWord(lower: string): boolean {
  const plain = lower.replace(/\.$/, '');
  return !COURTESY.has(plain) && (ROLES.has(plain) || ROLES.has(plain.replace(/s$/, '')));
}
