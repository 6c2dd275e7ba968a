import type { SentenceVoice } from '../../article/layers.ts';
import { LinearModel } from '../../linear/model.ts';
import { stage } from '../../pipeline/stage.ts';
import { featuresOf, type Scene, type Sight, sightsOf } from './features.ts';

/** A sentence is another's when its score is at least this; chosen by cross-validation so that some three in four of another's are found. */
const THRESHOLD = -2.4;
/** How much the chance that a neighbour in the same block is another's adds to a score in log odds; chosen by cross-validation. */
const COMPANY = 1.5;
/** Below this chance of a report a sentence without quotation marks is the author's, and the model is not asked. */
const UNLIKELY = 0.05;
/** A sentence of another's is a reported one when reported words make up at least this part of it. */
const MOST_OF_IT = 0.4;

/**
 * Decides whose point each sentence is: the author's, or someone else's. A logistic
 * model weighs what attributions report of it, quotation marks, its words and its neighbours.
 */
export const takeVoices = (model = LinearModel.read(new URL('./model.bin', import.meta.url))) =>
  stage({
    name: 'take-voices',
    needs: ['blocks', 'sentences', 'tokens', 'attributions', 'reports'],
    adds: ['voices'],
    run: (scene) => ({ voices: voicesOf(scene, model) }),
  });

function voicesOf(scene: Scene, model: LinearModel): SentenceVoice[] {
  const sights = sightsOf(scene);
  const alone = sights.map((_, at) => scoreOf(scene, sights, at, model));
  let holder: SentenceVoice['holder'] = null;
  return sights.map((sight, at) => {
    const named = sight.reported.find(({ source }) => source !== null)?.source ?? null;
    if (named) holder = named;
    if (scoreAmong(sights, alone, at) < THRESHOLD) return { voice: 'author', holder: null, by: 'voice/author' };
    const goesOn = sight.reported.some(({ by }) => by === 'attribution/quote-goes-on');
    return { voice: 'other', holder: named ?? (goesOn ? holder : null), by: ruleOf(sight, goesOn) };
  });
}

function ruleOf({ covered }: Sight, goesOn: boolean): string {
  if (covered < MOST_OF_IT) return 'voice/model';
  return goesOn ? 'voice/quotation-goes-on' : 'voice/reported';
}

/** The log odds that the sentence is another's, taken by itself; −Infinity where the model is not asked, which no company changes. */
function scoreOf(scene: Scene, sights: readonly Sight[], at: number, model: LinearModel): number {
  const { report, quoted } = sights[at]!;
  if (report.chance < UNLIKELY && quoted === 0) return -Infinity;
  const score = new Float64Array(1);
  for (const feature of featuresOf(scene, sights, at)) model.add(feature, score, 0);
  return score[0]!;
}

/** The same with what the sentences beside it in its block are: reports come in company. */
function scoreAmong(sights: readonly Sight[], alone: readonly number[], at: number): number {
  const { block } = sights[at]!.sentence;
  let score = alone[at]!;
  for (const beside of [at - 1, at + 1])
    if (sights[beside]?.sentence.block === block) score += COMPANY / (1 + Math.exp(-alone[beside]!));
  return score;
}
