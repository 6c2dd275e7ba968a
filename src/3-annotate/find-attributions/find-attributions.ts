import type { Attribution, Sentence, Token } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { LinearModel } from '../linear/model.ts';
import { type Candidate, type Scene, spanOf } from './candidate.ts';
import { candidatesIn } from './candidates.ts';
import { entityLinker } from './entity-of.ts';
import { featuresOf, jaccard } from './features.ts';
import { type Quotation, quotationsOf } from './quotations.ts';

/** A candidate is kept when the model gives it at least this probability; chosen by cross-validation on gold/train. */
const THRESHOLD = 0.4;

/**
 * Finds who is reported to say, write, think or believe what: rules propose
 * source, cue and content, a logistic model trained on gold/train decides.
 */
export const findAttributions = (model = LinearModel.read(new URL('./model.bin', import.meta.url))) =>
  stage({
    name: 'find-attributions',
    needs: ['blocks', 'sentences', 'tokens', 'entities'],
    adds: ['attributions'],
    run: ({ text, blocks, sentences, tokens, entities }) => {
      const quotations = quotationsOf(text, blocks);
      const link = entityLinker(text, entities);
      const attributions = scenesOf(text, sentences, tokens, quotations).flatMap((scene) =>
        chosen(scene, model).map((candidate) => attributionOf(scene, candidate, link)),
      );
      return { attributions };
    },
  });

/** One scene a sentence that has tokens. */
export function scenesOf(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): Scene[] {
  const scenes: Scene[] = [];
  let first = 0;
  for (let from = 0; from < tokens.length; ) {
    const index = tokens[from]!.sentence;
    let to = from;
    while (to < tokens.length && tokens[to]!.sentence === index) to++;
    const sentence = sentences[index]!;
    while (first < quotations.length && quotations[first]!.end <= sentence.start) first++;
    let last = first;
    while (last < quotations.length && quotations[last]!.start < sentence.end) last++;
    scenes.push({ text, tokens, sentence, range: { from, to }, quotations: quotations.slice(first, last) });
    from = to;
  }
  return scenes;
}

/** The candidates that the model takes, the surest first where two tell of the same words; in document order. */
function chosen(scene: Scene, model: LinearModel): Candidate[] {
  const rivals = candidatesIn(scene);
  const scored = rivals.map((candidate) => ({ candidate, score: probability(scene, candidate, rivals, model) }));
  const kept: Candidate[] = [];
  for (const { candidate, score } of scored.sort((a, b) => b.score - a.score)) {
    if (score < THRESHOLD) break;
    if (!kept.some(({ content }) => jaccard(content, candidate.content) >= 0.5)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.content.from - b.content.from || b.content.to - a.content.to);
}

function probability(scene: Scene, candidate: Candidate, rivals: readonly Candidate[], model: LinearModel): number {
  const features: number[] = [];
  featuresOf(scene, candidate, rivals, features);
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
  { cue, rule }: Candidate,
  content: { start: number; end: number },
  quotations: readonly Quotation[],
): Attribution['kind'] {
  if (rule === 'quoted-words' || (cue === null && rule !== 'quote-goes-on' && rule !== 'quote-alone')) return 'label';
  const touching = quotations.filter(({ inner }) => inner.start < content.end && content.start < inner.end);
  if (touching.length === 0) return 'indirect';
  return touching.some(({ start, end }) => start <= content.start && content.end <= end) ? 'direct' : 'mixed';
}
