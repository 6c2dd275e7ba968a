import type { Draft } from '../draft.ts';

/** Whether section or address say that a piece is opinion. */
export function isOpinion({ section, url }: Draft): boolean {
  return /opinion|comment|column|editorial|op-?ed/i.test(`${section ?? ''} ${url ?? ''}`);
}
