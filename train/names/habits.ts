import type { Words } from '../../src/3-annotate/find-names/document.ts';
import { pair } from '../../src/3-annotate/find-names/hash.ts';

/** More than `habitsOf` gives. */
export const MOST_HABITS = 8;

/**
 * Features that only training sees: a word together with the corpus it stands in. They take up what one corpus does unlike the
 * others ("Russia announced" an organization, articles inside of names), so that the features that ship need not.
 *
 * @returns how many were written to `out`
 */
export function habitsOf({ forms, begins, goesOn }: Words, i: number, corpus: number, out: Int32Array): number {
  const form = forms[i]!;
  let n = 0;
  out[n++] = pair(200, corpus, 1);
  out[n++] = pair(201, corpus, form.lowerHash);
  out[n++] = pair(202, corpus, pair(0, begins[i]!, goesOn[i]!));
  out[n++] = pair(203, corpus, form.short);
  out[n++] = pair(204, corpus, forms[i - 1]?.lowerHash ?? 0);
  out[n++] = pair(205, corpus, forms[i + 1]?.lowerHash ?? 0);
  out[n++] = pair(206, corpus, form.clusters[1] ?? 0);
  return n;
}
