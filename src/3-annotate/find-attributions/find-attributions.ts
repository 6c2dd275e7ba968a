import type { Article } from '../../article/article.ts';
import type { Attribution, Token } from '../../article/layers.ts';
import { LinearModel } from '../../linear/model.ts';
import { stage } from '../../pipeline/stage.ts';
import { pieceOf, piecesOf } from '../pieces.ts';
import { type Candidate, type Scene, spanOf } from './candidate.ts';
import { candidatesIn } from './candidates.ts';
import { entityLinker } from './entity-of.ts';
import { featuresOf, jaccard } from './features.ts';
import { type Quotation, quotationsOf } from './quotations.ts';
import { reportsOf, type Scored } from './report-of.ts';
import type { Genre } from './speaker.ts';
import { framesOf } from './verbs.ts';

/** A candidate is kept when the model gives it at least this probability; chosen by cross-validation on gold/train and train/stance/annotations. */
const THRESHOLD = 0.35;
/** Quoted words are given to a speaker whose candidate the model gives at least this probability. */
const LIKELY_AT_ALL = 0.2;

/** The model that decides and the genre that it decides for. */
export interface Decider {
  readonly model: LinearModel;
  readonly genre: Genre;
}

export const ownModel = (): LinearModel => LinearModel.read(new URL('./model.bin', import.meta.url));

/**
 * Finds who is reported to say, write, think or believe what: rules propose
 * source, cue and content, a logistic model trained on gold/train decides.
 */
export const findAttributions = (decider: Decider = { model: ownModel(), genre: 'op-ed' }) =>
  stage({
    name: 'find-attributions',
    needs: ['blocks', 'sentences', 'tokens', 'entities'],
    adds: ['attributions', 'reports'],
    run: ({ text, blocks, sentences, tokens, entities }) => {
      const quotations = quotationsOf(text, blocks);
      const link = entityLinker(text, entities);
      const seen = scenesOf({ text, blocks, sentences, tokens }, quotations).map((scene) => ({
        scene,
        scored: scoredIn(scene, decider),
      }));
      const attributions = seen.flatMap(({ scene, scored }) =>
        chosen(scored).map((candidate) => attributionOf(scene, candidate, link)),
      );
      return { attributions, reports: reportsOf(sentences.length, seen) };
    },
  });

type Segmented = Pick<Article<'blocks' | 'sentences' | 'tokens'>, 'text' | 'blocks' | 'sentences' | 'tokens'>;

/** One scene a sentence that has tokens; a longer one than any writer's comes in pieces, so that the time stays linear. */
export function scenesOf({ text, blocks, sentences, tokens }: Segmented, quotations: readonly Quotation[]): Scene[] {
  const scenes: Scene[] = [];
  let first = 0;
  let announcing = -1;
  for (const range of piecesOf(tokens)) {
    const sentence = pieceOf(tokens, sentences, range);
    while (first < quotations.length && quotations[first]!.end <= sentence.start) first++;
    let last = first;
    while (last < quotations.length && quotations[last]!.start < sentence.end) last++;
    const isQuote = blocks[sentence.block]!.kind === 'quote';
    const announced = isQuote ? 'quote' : announcing >= 0 && announcing === sentence.block - 1 ? 'announced' : null;
    scenes.push({ text, tokens, sentence, range, quotations: quotations.slice(first, last), announced });
    if (announces(tokens, range.from, range.to)) announcing = sentence.block;
  }
  return scenes;
}

/** "He wrote:" at the end of a sentence: a verb of saying at most four tokens before a final comma or colon. */
function announces(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^[,:]$/.test(tokens[to - 1]!.lower)) return false;
  for (let i = to - 2; i >= Math.max(from, to - 5); i--) if (framesOf(tokens[i]!)?.has('quote')) return true;
  return false;
}

/** The candidates of a sentence, the likeliest first. */
function scoredIn(scene: Scene, decider: Decider): Scored[] {
  const rivals = candidatesIn(scene);
  const scored = rivals.map((candidate) => ({ candidate, score: probability(scene, candidate, rivals, decider) }));
  return scored.sort((a, b) => b.score - a.score);
}

/** The candidates that the model takes, the surest first where two tell of the same words; in document order. */
function chosen(scored: readonly Scored[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const { candidate, score } of scored) {
    if (score < THRESHOLD) break;
    if (!kept.some((one) => tellsTheSame(one, candidate))) kept.push(named(candidate, scored));
  }
  return kept.sort((a, b) => a.content.from - b.content.from || b.content.to - a.content.to);
}

/** Whether two candidates share half of their words, or the cue and where its report begins. */
const tellsTheSame = (a: Candidate, b: Candidate): boolean =>
  jaccard(a.content, b.content) >= 0.5 ||
  (a.cue !== null && a.cue.to === b.cue?.to && a.content.from === b.content.from);

/** Of mere quoted words the likeliest rival that names who said them, if it is likely at all. */
function named(candidate: Candidate, scored: readonly Scored[]): Candidate {
  if (candidate.cue !== null) return candidate;
  const speaker = scored.find(
    ({ candidate: rival, score }) =>
      rival.source !== null && score >= LIKELY_AT_ALL && jaccard(rival.content, candidate.content) >= 0.5,
  );
  return speaker?.candidate ?? candidate;
}

function probability(
  scene: Scene,
  candidate: Candidate,
  rivals: readonly Candidate[],
  { model, genre }: Decider,
): number {
  const features: number[] = [];
  featuresOf(scene, candidate, rivals, features, genre);
  const score = new Float64Array(1);
  for (const feature of features) model.add(feature, score, 0);
  return 1 / (1 + Math.exp(-score[0]!));
}

function attributionOf(scene: Scene, candidate: Candidate, link: ReturnType<typeof entityLinker>): Attribution {
  const { tokens, quotations } = scene;
  const content = spanOf(tokens, candidate.content);
  const source = candidate.source && spanOf(tokens, candidate.source);
  return {
    source: source && { ...source, entity: link(source) },
    cue: candidate.cue && spanOf(tokens, candidate.cue),
    content,
    kind: kindOf(candidate, content, quotations),
    by: `attribution/${candidate.rule}`,
  };
}

function kindOf(
  { rule }: Candidate,
  content: { start: number; end: number },
  quotations: readonly Quotation[],
): Attribution['kind'] {
  if (rule === 'quoted-words' || rule === 'so-called') return 'label';
  if (rule.startsWith('block-')) return 'direct';
  const touching = quotations.filter(({ inner }) => inner.start < content.end && content.start < inner.end);
  if (touching.length === 0) return 'indirect';
  return touching.some(({ start, end }) => start <= content.start && content.end <= end) ? 'direct' : 'mixed';
}
