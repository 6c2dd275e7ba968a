import { overlapOf } from '../../src/4-decide/find-issue/expect-overlap.ts';
import { type Linear, sigmoid } from '../../src/4-decide/reading/linear.ts';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import type { Chain } from '../../src/4-decide/take-roles/chain.ts';
import { sentenceFeatures } from '../../src/4-decide/take-roles/sentence-features.ts';
import { weighRoles } from '../../src/4-decide/take-roles/weigh-roles.ts';
import { withWords } from '../../src/4-decide/weigh-words/weigh-words.ts';
import { LinearModel } from '../../src/linear/model.ts';
import { fitWords, wordRowsOf } from './fit-words.ts';
import type { GoldArticle } from './gold.ts';
import {
  bestOf,
  calibrationOf,
  fitFinder,
  fitLean,
  fitStands,
  foundLeanRow,
  givenLeanRow,
  type LeanRow,
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

export const FOLDS = 5;

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
 * @param words models of words that lack some folds
 */
export function crossValidate(golds: readonly GoldArticle[], essays: number, words: WordModels): Validation {
  const found = foundIssues(golds);
  const folds = eachFold((fold) => judgeFold(golds, found, fold, words));
  const judgeOf = (i: number): FoldJudge => folds[foldOf(i)]!;
  const givenRowsSeen = golds.map((_, i) => judgeOf(i).givenRows[i]!);
  const ownRowsSeen = golds.map((_, i) => judgeOf(i).ownRows[i]!);
  const givenOdds = givenRowsSeen.map((row, i) => oddsOf(judgeOf(i).given, row));
  const ownOdds = ownRowsSeen.map((row, i) => oddsOf(judgeOf(i).own, row));
  // Essays lean con by their manner of writing, not by their words for the issue: they would push the others toward pro.
  const real = <T>(all: readonly T[]): T[] => all.slice(0, golds.length - essays);
  const given = calibrationOf(real(givenOdds), real(givenRowsSeen));
  const own = calibrationOf(real(ownOdds), real(ownRowsSeen));
  const unseen = golds.map((gold, i): Unseen => {
    const say = (phrase: string | null, isGiven: boolean, logit: number): Said => {
      const reading = withWords(readingOf(gold.article, phrase, isGiven), words(foldOf(i)));
      const pro = sigmoid(reading.issue.sign * logit);
      return { pro, roles: weighRoles(judgeOf(i).chain, reading, sentenceFeatures(reading), pro) };
    };
    return {
      gold,
      found: found[i]!,
      issueOverlap: overlapOf(gold.issue, found[i] ?? ''),
      given: say(gold.issue, true, given[0] * givenOdds[i]! + given[1]),
      own: say(found[i]!, false, own[0] * ownOdds[i]! + own[1]),
    };
  });
  return { unseen, given, own };
}

/** Models fitted without one fold, and the rows of all articles as those models see them. */
interface FoldJudge {
  readonly givenRows: LeanRow[];
  readonly ownRows: LeanRow[];
  readonly given: Linear;
  readonly own: Linear;
  readonly chain: Chain;
}

/** What an article learns from is weighed by words that lack it and the fold that is judged. */
function judgeFold(
  golds: readonly GoldArticle[],
  found: readonly (string | null)[],
  fold: number,
  words: WordModels,
): FoldJudge {
  const givenRows = golds.map((gold, i) => givenLeanRow(gold, words(foldOf(i), fold)));
  const ownRows = golds.map((gold, i) => foundLeanRow(gold, found[i]!, words(foldOf(i), fold)));
  const sequences = without([...golds.keys()], fold).map((i) => sequenceOf(golds[i]!, words(foldOf(i), fold)));
  return {
    givenRows,
    ownRows,
    given: fitLean(without(givenRows, fold)),
    own: fitLean(without(ownRows, fold)),
    chain: fitStands(sequences),
  };
}

/** A model of words that was fitted without the folds named. */
export type WordModels = (...folds: readonly number[]) => LinearModel;

export function wordModels(golds: readonly GoldArticle[]): WordModels {
  const rows = golds.map(wordRowsOf);
  const fitted = new Map<string, LinearModel>();
  return (...folds) => {
    const key = [...new Set(folds)].sort().join();
    const model =
      fitted.get(key) ?? new LinearModel(fitWords(rows.filter((_, i) => !folds.includes(foldOf(i))).flat()));
    fitted.set(key, model);
    return model;
  };
}

const without = <T>(all: readonly T[], fold: number): T[] => all.filter((_, i) => foldOf(i) !== fold);

const eachFold = <T>(make: (fold: number) => T): T[] => Array.from({ length: FOLDS }, (_, fold) => make(fold));

/** The issue of every article, by a ranker that never saw it. */
export function foundIssues(golds: readonly GoldArticle[]): (string | null)[] {
  const finders = eachFold((fold) => fitFinder(without(golds, fold)));
  return golds.map((gold, i) => {
    const { words, phrases } = finders[foldOf(i)]!;
    return bestOf(phrases, rankedOf(gold, words))?.phrase ?? null;
  });
}
