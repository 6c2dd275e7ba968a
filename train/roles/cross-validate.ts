import { overlapOf } from '../../src/4-decide/find-issue/expect-overlap.ts';
import { sigmoid } from '../../src/4-decide/reading/linear.ts';
import { type Reading, readingOf } from '../../src/4-decide/reading/reading.ts';
import type { Chain } from '../../src/4-decide/take-roles/chain.ts';
import { weighRoles } from '../../src/4-decide/take-roles/weigh-roles.ts';
import type { Row } from './fit-linear.ts';
import type { GoldArticle } from './gold.ts';
import {
  bestOf,
  calibrationOf,
  fitFinder,
  fitLean,
  fitStands,
  foundLeanRow,
  givenLeanRow,
  oddsOf,
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
 * @param essays how many of the articles, the last ones, are essays of our own
 * @param leans articles of which only the lean is known: they train, and are not judged
 */
export function crossValidate(
  golds: readonly GoldArticle[],
  essays: number,
  leans: readonly GoldArticle[],
): Validation {
  const found = foundIssues(golds);
  const givenRows = golds.map(givenLeanRow);
  const ownRows = golds.map((gold, i) => foundLeanRow(gold, found[i]!));
  const givenOdds = unseenOdds(givenRows, leans.map(givenLeanRow));
  const ownOdds = unseenOdds(
    ownRows,
    leans.map((gold) => foundLeanRow(gold, gold.issue)),
  );
  // Essays lean con by their manner of writing, not by their words for the issue: they would push the others toward pro.
  const real = <T>(all: readonly T[]): T[] => all.slice(0, golds.length - essays);
  const [given, own] = [calibrationOf(real(givenOdds), real(givenRows)), calibrationOf(real(ownOdds), real(ownRows))];
  const chains = unseenChains(golds);
  const unseen = golds.map((gold, i): Unseen => {
    const say = (reading: Reading, logit: number): Said => {
      const pro = sigmoid(reading.issue.sign * logit);
      return { pro, roles: weighRoles(chains[foldOf(i)]!, reading, pro) };
    };
    return {
      gold,
      found: found[i]!,
      issueOverlap: overlapOf(gold.issue, found[i] ?? ''),
      given: say(readingOf(gold.article, gold.issue, true), given[0] * givenOdds[i]! + given[1]),
      own: say(readingOf(gold.article, found[i]!, false), own[0] * ownOdds[i]! + own[1]),
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
  const sequences = golds.map(sequenceOf);
  return eachFold((fold) => fitStands(without(sequences, fold)));
}

/** The issue of every article, by a ranker that never saw it. */
export function foundIssues(golds: readonly GoldArticle[]): (string | null)[] {
  const finders = eachFold((fold) => fitFinder(without(golds, fold)));
  return golds.map((gold, i) => {
    const { words, phrases } = finders[foldOf(i)]!;
    return bestOf(phrases, rankedOf(gold, words))?.phrase ?? null;
  });
}
