/**
 * `npm run train:roles`: fits all models of `src/4-decide` from the gold op-eds
 * and the argument collections beside the checkout, and prints how they do on
 * articles they have not seen. Deterministic.
 */
import { crossValidate, foundIssues, type Unseen } from './cross-validate.ts';
import { decided, fitDecision, judged } from './decide.ts';
import { readGold } from './gold.ts';
import { leanRecall, macroOf, mean, rankingOf, scoresOf, sideAccuracyOf } from './measures.ts';
import {
  calibrated,
  fitLean,
  fitRanker,
  fitStands,
  foundLeanRow,
  givenLeanRow,
  rankedOf,
  sequenceOf,
} from './models.ts';
import { readEssays } from './read-essays.ts';
import { readLeans } from './read-leans.ts';
import { write, writeChain, writeLinear } from './write-weights.ts';

const home = (path: string): URL => new URL(`../../src/4-decide/${path}`, import.meta.url);
const show = (values: readonly number[]): string => values.map((value) => value.toFixed(3)).join(' ');

const golds = [...(await readGold('train')), ...(await readGold('roles'))];
const essays = await readEssays();
const leans = await readLeans();
const all = [...golds, ...essays];

const { unseen, given, own } = crossValidate(all, leans);
const decision = fitDecision(judged(unseen, (one) => one.own));
console.log('decision', JSON.stringify({ ...decision, given, own }));
report('gold/train and gold/roles', unseen.slice(0, golds.length));
report('essays', unseen.slice(golds.length));

const found = foundIssues(all);
const ownRows = [
  ...all.map((gold, i) => foundLeanRow(gold, found[i]!)),
  ...leans.map((gold) => foundLeanRow(gold, gold.issue)),
];
writeLinear(home('find-issue/issue.weights.json'), fitRanker(all.map(rankedOf)));
writeLinear(
  home('weigh-lean/lean-given.weights.json'),
  calibrated(fitLean([...all, ...leans].map(givenLeanRow)), given),
);
writeLinear(home('weigh-lean/lean-found.weights.json'), calibrated(fitLean(ownRows), own));
writeChain(home('take-roles/roles.weights.json'), fitStands(all.map((gold) => sequenceOf(gold, gold.issue))));
write(home('take-roles/decision.json'), decision);

function report(name: string, articles: readonly Unseen[]): void {
  const overlap = mean(articles.map(({ issueOverlap }) => issueOverlap));
  console.log(`${name}: ${articles.length} articles, issueWords ${show([overlap])}`);
  for (const issue of ['given', 'own'] as const) {
    const said = articles.map((one) => ({ lean: one.gold.lean, pro: one[issue].pro }));
    const confusion = decided(
      decision,
      judged(articles, (one) => one[issue]),
    );
    console.log(
      `  issue ${issue}: lean recall pro, con, mean ${show(leanRecall(said))} ranking ${show([rankingOf(said)])}`,
    );
    console.log(
      `    roles macro ${show([macroOf(confusion)])} pro con none ${show(scoresOf(confusion))} side ${show([sideAccuracyOf(confusion)])}`,
    );
  }
}
