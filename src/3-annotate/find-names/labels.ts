import type { EntityType } from '../../article/layers.ts';

/** The seven types, in the order in which the weights number them. */
export const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'law', 'event', 'work'];

/** Labels are numbers: 0 outside, 1 + 2t begins type t, 2 + 2t goes on with it (BIO). */
export const LABELS = 1 + 2 * TYPES.length;
export const OUTSIDE = 0;

export const beginOf = (type: number): number => 1 + 2 * type;
export const insideOf = (type: number): number => 2 + 2 * type;
export const isInsideLabel = (label: number): boolean => label > 0 && label % 2 === 0;
export const typeOf = (label: number): number => (label - 1) >> 1;

/** BIO: a name goes on only from its own beginning or inside. */
export const mayFollow = (before: number, label: number): boolean =>
  !isInsideLabel(label) || before === label || before === label - 1;
