import type { SentenceVoice } from '../../article/layers.ts';
import { LinearModel } from '../../linear/model.ts';
import { stage } from '../../pipeline/stage.ts';
import { featuresOf, type Scene, type Sight, sightsOf } from './features.ts';

/** A sentence is another's when its score, log odds, is at least this; chosen by cross-validation so that some three in four of another's are found. */
const THRESHOLD = -2.5;
/** Below this chance of a report a sentence without quotation marks is the author's, and the model is not asked: 3 of 875 of another's that it finds lie there. */
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
  let holder: SentenceVoice['holder'] = null;
  return sights.map((sight, at) => {
    const named = sight.reported.find(({ source }) => source !== null)?.source ?? null;
    if (named) holder = named;
    if (isAuthors(scene, sights, at, model)) return { voice: 'author', holder: null, by: 'voice/author' };
    const goesOn = sight.reported.some(({ by }) => by === 'attribution/quote-goes-on');
    return { voice: 'other', holder: named ?? (goesOn ? holder : null), by: ruleOf(sight, goesOn) };
  });
}

function ruleOf({ covered }: Sight, goesOn: boolean): string {
  if (covered < MOST_OF_IT) return 'voice/model';
  return goesOn ? 'voice/quotation-goes-on' : 'voice/reported';
}

function isAuthors(scene: Scene, sights: readonly Sight[], at: number, model: LinearModel): boolean {
  const { report, quoted } = sights[at]!;
  return (report.chance < UNLIKELY && quoted === 0) || scoreOf(scene, sights, at, model) < THRESHOLD;
}

function scoreOf(scene: Scene, sights: readonly Sight[], at: number, model: LinearModel): number {
  const score = new Float64Array(1);
  for (const feature of featuresOf(scene, sights, at)) model.add(feature, score, 0);
  return score[0]!;
}
