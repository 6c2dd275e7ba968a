/**
 * `npm run train:roles`: fits all models of `src/4-decide` from the gold op-eds
 * and the argument collections beside the checkout, and prints how they do on
 * articles they have not seen. Deterministic.
 */
import { writeFileSync } from 'node:fs';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import { wellAndIll } from '../../src/4-decide/reading/well-and-ill.ts';
import { choose, confidenceOf } from '../../src/4-decide/take-roles/decision.ts';
import { crossValidate, foldOf, foundIssues, type Unseen, wordModels } from './cross-validate.ts';
import { decided, fitDecision, judged } from './decide.ts';
import { fitWords, wordRowsOf } from './fit-words.ts';
import { readGold } from './gold.ts';
import { confusionOf, intervalOf, leanRecall, macroOf, mean, rankingOf, scoresOf, sideAccuracyOf } from './measures.ts';
import { calibrated, fitFinder, fitLean, fitStands, foundLeanRow, givenLeanRow, sequenceOf } from './models.ts';
import { readAnnotations } from './read-annotations.ts';
import { readEssays } from './read-essays.ts';
import { write, writeChain, writeLinear } from './write-weights.ts';

const home = (path: string): URL => new URL(`../../src/4-decide/${path}`, import.meta.url);
const show = (values: readonly number[]): string => values.map((value) => value.toFixed(3)).join(' ');

const golds = [...(await readGold('train')), ...(await readGold('roles'))];
const annotated = await readAnnotations();
const essays = await readEssays();
const all = [...golds, ...annotated, ...essays];
const words = wordModels(all);

const { unseen, given, own } = crossValidate(all, essays.length, words);
const real = unseen.slice(0, golds.length + annotated.length);
const decision = fitDecision(judged(real, (one) => one.own));
console.log('decision', JSON.stringify({ ...decision, given, own }));
report('gold/train and gold/roles', unseen.slice(0, golds.length));
report('annotations.tsv', real.slice(golds.length));
report('essays', unseen.slice(real.length));
reliability(real);
baselines(unseen.slice(0, golds.length));

const found = foundIssues(all);
const unseenWords = (i: number) => words(foldOf(i));
const finder = fitFinder(all);
writeLinear(home('find-issue/issue.weights.json'), finder.phrases);
writeLinear(home('find-issue/issue-words.weights.json'), finder.words);
const givenRows = all.map((gold, i) => givenLeanRow(gold, unseenWords(i)));
const ownRows = all.map((gold, i) => foundLeanRow(gold, found[i]!, unseenWords(i)));
writeLinear(home('weigh-lean/lean-given.weights.json'), calibrated(fitLean(givenRows), given));
writeLinear(home('weigh-lean/lean-found.weights.json'), calibrated(fitLean(ownRows), own));
writeChain(home('take-roles/roles.weights.json'), fitStands(all.map((gold, i) => sequenceOf(gold, unseenWords(i)))));
writeFileSync(home('weigh-words/words.bin'), fitWords(all.flatMap(wordRowsOf)));
write(home('take-roles/decision.json'), decision);

/** Of the roles given at a confidence, how many are right: one line a tenth. */
function reliability(articles: readonly Unseen[]): void {
  const tenths = Array.from({ length: 10 }, () => ({ said: 0, right: 0, sum: 0 }));
  for (const { gold, probabilities } of judged(articles, (one) => one.own)) {
    const role = choose(decision, probabilities);
    const confidence = confidenceOf(decision, probabilities[role]!);
    const tenth = tenths[Math.min(9, Math.floor(confidence * 10))]!;
    tenth.said++;
    tenth.sum += confidence;
    if (role === gold) tenth.right++;
  }
  for (const { said, right, sum } of tenths) {
    if (said > 0) console.log(`  confidence ${(sum / said).toFixed(2)}: right ${(right / said).toFixed(2)} of ${said}`);
  }
}

/** What the words alone give: a side when one kind of word outnumbers the other; and always the same role. */
function baselines(articles: readonly Unseen[]): void {
  const pairs = (say: (gold: number, words: readonly [number, number]) => number) =>
    confusionOf(
      articles.flatMap(({ gold }) =>
        readingOf(gold.article, gold.issue, true).sentences.flatMap(({ tokens }, i) => {
          const role = ['pro', 'con', 'none'].indexOf(gold.roles[i] ?? '');
          return role < 0 ? [] : { gold: role, said: say(role, wellAndIll(tokens)) };
        }),
      ),
    );
  const cues = pairs((_, [well, ill]) => (well > ill ? 0 : ill > well ? 1 : 2));
  const majority = pairs(() => 0);
  console.log(`cue baseline: macro ${show([macroOf(cues)])} side ${show([sideAccuracyOf(cues)])}`);
  console.log(`majority class: macro ${show([macroOf(majority)])} side ${show([sideAccuracyOf(majority)])}`);
}

function report(name: string, articles: readonly Unseen[]): void {
  const overlap = mean(articles.map(({ issueOverlap }) => issueOverlap));
  console.log(`${name}: ${articles.length} articles, issueWords ${show([overlap])}`);
  for (const issue of ['given', 'own'] as const) {
    const said = articles.map((one) => ({ lean: one.gold.lean, pro: one[issue].pro }));
    const confusion = decided(
      decision,
      judged(articles, (one) => one[issue]),
    );
    const macro = (drawn: readonly Unseen[]) =>
      macroOf(
        decided(
          decision,
          judged(drawn, (one) => one[issue]),
        ),
      );
    const side = (drawn: readonly Unseen[]) =>
      sideAccuracyOf(
        decided(
          decision,
          judged(drawn, (one) => one[issue]),
        ),
      );
    const recall = (drawn: readonly Unseen[]) =>
      leanRecall(drawn.map((one) => ({ lean: one.gold.lean, pro: one[issue].pro })))[2]!;
    const intervals = [macro, side, recall].map((score) => show(intervalOf(articles, score)));
    console.log(`  95 % intervals: macro ${intervals[0]}, side ${intervals[1]}, lean recall ${intervals[2]}`);
    console.log(
      `  issue ${issue}: lean recall pro, con, mean ${show(leanRecall(said))} ranking ${show([rankingOf(said)])}`,
    );
    console.log(
      `    roles macro ${show([macroOf(confusion)])} pro con none ${show(scoresOf(confusion))} side ${show([sideAccuracyOf(confusion)])}`,
    );
  }
}
