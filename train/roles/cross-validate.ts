import { issueWordsOf } from '../../src/4-decide/reading/issue-words.ts';
import { sigmoid } from '../../src/4-decide/reading/linear.ts';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import type { Chain } from '../../src/4-decide/take-roles/chain.ts';
import { weighRoles } from '../../src/4-decide/take-roles/weigh-roles.ts';
import type { Row } from './fit-linear.ts';
import type { GoldArticle } from './gold.ts';
import {
  bestOf,
  calibrationOf,
  fitLean,
  fitRanker,
  fitStands,
  foundLeanRow,
  givenLeanRow,
  oddsOf,
  overlapOf,
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

/** The articles judged, and what makes the leans' log-odds fit. */
export interface Validation {
  readonly unseen: readonly Unseen[];
  readonly given: readonly [number, number];
  readonly own: readonly [number, number];
}

/**
 * Every article judged by models trained without it.
 *
 * @param leans articles of which only the lean is known: they train, and are not judged
 */
export function crossValidate(golds: readonly GoldArticle[], leans: readonly GoldArticle[]): Validation {
  const found = foundIssues(golds);
  const givenRows = golds.map(givenLeanRow);
  const ownRows = golds.map((gold, i) => foundLeanRow(gold, found[i]!));
  const givenOdds = unseenOdds(givenRows, leans.map(givenLeanRow));
  const ownOdds = unseenOdds(
    ownRows,
    leans.map((gold) => foundLeanRow(gold, gold.issue)),
  );
  const [given, own] = [calibrationOf(givenOdds, givenRows), calibrationOf(ownOdds, ownRows)];
  const chains = unseenChains(golds);
  const unseen = golds.map((gold, i): Unseen => {
    const say = (issue: string | null, logit: number): Said => {
      const pro = sigmoid(logit);
      return { pro, roles: weighRoles(chains[foldOf(i)]!, readingOf(gold.article, issue), pro) };
    };
    const { sign } = issueWordsOf(gold.issue);
    return {
      gold,
      found: found[i]!,
      issueOverlap: overlapOf(gold.issue, found[i] ?? ''),
      given: say(gold.issue, sign * (given[0] * givenOdds[i]! + given[1])),
      own: say(found[i]!, own[0] * ownOdds[i]! + own[1]),
    };
  });
  return { unseen, given, own };
}

const without = <T>(all: readonly T[], fold: number): T[] => all.filter((_, i) => foldOf(i) !== fold);

const eachFold = <T>(make: (fold: number) => T): T[] => Array.from({ length: FOLDS }, (_, fold) => make(fold));

function unseenOdds(rows: readonly Row[], more: readonly Row[]): number[] {
  const models = eachFold((fold) => fitLean([...without(rows, fold), ...more]));
  return rows.map((row, i) => oddsOf(models[foldOf(i)]!, row));
}

function unseenChains(golds: readonly GoldArticle[]): Chain[] {
  const sequences = golds.map((gold) => sequenceOf(gold, gold.issue));
  return eachFold((fold) => fitStands(without(sequences, fold)));
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
