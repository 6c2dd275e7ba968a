/**
 * `npm run train:roles`: fits all models of `src/4-decide` from the gold op-eds
 * and the argument collections beside the checkout, and prints how they do on
 * articles they have not seen. Deterministic.
 */
import { crossValidate, foundIssues } from './cross-validate.ts';
import { decided, fitDecision, judged } from './decide.ts';
import { readGold } from './gold.ts';
import { leanRecall, macroOf, mean, rankingOf, scoresOf, sideAccuracyOf } from './measures.ts';
import { fitLean, fitRanker, fitStands, foundLeanRow, givenLeanRow, rankedOf, sequenceOf } from './models.ts';
import { write, writeChain, writeLinear } from './write-weights.ts';

const home = (path: string): URL => new URL(`../../src/4-decide/${path}`, import.meta.url);
const show = (values: readonly number[]): string => values.map((value) => value.toFixed(3)).join(' ');

const golds = [...(await readGold('train')), ...(await readGold('roles'))];
const unseen = crossValidate(golds);
console.log(`articles ${golds.length}, issueWords ${mean(unseen.map(({ issueOverlap }) => issueOverlap)).toFixed(3)}`);
const decision = fitDecision(judged(unseen, ({ own }) => own));
for (const name of ['given', 'own'] as const) {
  const leans = unseen.map((one) => ({ lean: one.gold.lean, pro: one[name].pro }));
  const confusion = decided(
    decision,
    judged(unseen, (one) => one[name]),
  );
  console.log(
    `issue ${name}: lean recall pro, con, mean ${show(leanRecall(leans))} ranking ${show([rankingOf(leans)])}`,
  );
  console.log(
    `  roles macro ${show([macroOf(confusion)])} pro con none ${show(scoresOf(confusion))} side ${show([sideAccuracyOf(confusion)])}`,
  );
}
console.log('decision', JSON.stringify(decision));

const found = foundIssues(golds);
writeLinear(home('find-issue/issue.weights.json'), fitRanker(golds.map(rankedOf)));
writeLinear(home('weigh-lean/lean-given.weights.json'), fitLean(golds.map(givenLeanRow)));
writeLinear(home('weigh-lean/lean-found.weights.json'), fitLean(golds.map((gold, i) => foundLeanRow(gold, found[i]!))));
writeChain(home('take-roles/roles.weights.json'), fitStands(golds.map((gold) => sequenceOf(gold, gold.issue))));
write(home('take-roles/decision.json'), decision);
