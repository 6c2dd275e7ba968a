import { issueWordsOf } from '../../src/4-decide/reading/issue-words.ts';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import { weighRoles } from '../../src/4-decide/take-roles/weigh-roles.ts';
import type { GoldArticle } from './gold.ts';
import {
  bestOf,
  fitLean,
  fitRanker,
  fitStands,
  foundLeanRow,
  givenLeanRow,
  overlapOf,
  proOf,
  rankedOf,
  sequenceOf,
} from './models.ts';

/** What models that never saw an article say of it. */
export interface Unseen {
  readonly gold: GoldArticle;
  readonly found: string | null;
  readonly issueOverlap: number;
  readonly given: Said;
  readonly own: Said;
}

/** With the issue given, or with the one we found. */
export interface Said {
  /** Probability that the author speaks for the issue. */
  readonly pro: number;
  /** Probabilities of pro, con and none, one row a sentence. */
  readonly roles: readonly (readonly number[])[];
}

export const FOLDS = 10;

/** Articles are dealt out in turn, so that every fold holds some of each source. */
export const foldOf = (index: number): number => index % FOLDS;

/**
 * Every article judged by models trained without it.
 *
 * @param leans articles of which only the lean is known: they train, and are not judged
 */
export function crossValidate(golds: readonly GoldArticle[], leans: readonly GoldArticle[]): Unseen[] {
  const found = foundIssues(golds);
  const givenLeans = leans.map(givenLeanRow);
  const foundLeans = leans.map((gold) => foundLeanRow(gold, gold.issue));
  const givenRows = golds.map(givenLeanRow);
  const foundRows = golds.map((gold, i) => foundLeanRow(gold, found[i]!));
  const sequences = golds.map((gold) => sequenceOf(gold, gold.issue));
  const unseen: Unseen[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = <T>(all: readonly T[]): T[] => all.filter((_, i) => foldOf(i) !== fold);
    const [given, own, chain] = [
      fitLean([...rest(givenRows), ...givenLeans]),
      fitLean([...rest(foundRows), ...foundLeans]),
      fitStands(rest(sequences)),
    ];
    golds.forEach((gold, i) => {
      if (foldOf(i) !== fold) return;
      const proGiven = proOf(given, givenRows[i]!, issueWordsOf(gold.issue).sign);
      const proOwn = proOf(own, foundRows[i]!, 1);
      unseen[i] = {
        gold,
        found: found[i]!,
        issueOverlap: overlapOf(gold.issue, found[i] ?? ''),
        given: { pro: proGiven, roles: weighRoles(chain, readingOf(gold.article, gold.issue), proGiven) },
        own: { pro: proOwn, roles: weighRoles(chain, readingOf(gold.article, found[i]!), proOwn) },
      };
    });
  }
  return unseen;
}

/** The issue of every article, by a ranker that never saw it. */
export function foundIssues(golds: readonly GoldArticle[]): (string | null)[] {
  const ranked = golds.map(rankedOf);
  const found: (string | null)[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const ranker = fitRanker(ranked.filter((_, i) => foldOf(i) !== fold));
    ranked.forEach((one, i) => {
      if (foldOf(i) === fold) found[i] = bestOf(ranker, one)?.phrase ?? null;
    });
  }
  return found;
}
