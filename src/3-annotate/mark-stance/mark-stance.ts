import type { Article } from '../../article/article.ts';
import type { Attribution, Marker, Token, Voice } from '../../article/layers.ts';
import { hashOf } from '../../linear/hash.ts';
import { LinearModel } from '../../linear/model.ts';
import { stage } from '../../pipeline/stage.ts';
import { quotationsOf } from '../find-attributions/quotations.ts';
import { piecesOf } from '../pieces.ts';
import { voicesOfTokens } from '../take-voices/voice-of-tokens.ts';
import { bestLabels } from './decode.ts';
import { Features } from './features.ts';
import { type Entry, KINDS } from './lexicon.ts';
import { quotedTokens } from './quoted.ts';
import type { Scene } from './sight.ts';

type Segmented = Pick<Article<'blocks' | 'sentences' | 'tokens'>, 'text' | 'blocks' | 'sentences' | 'tokens'>;

/**
 * Marks hedges, boosters, attitude, self-mention, engagement, attribution,
 * concession and obligation. Word lists propose, a conditional random field
 * trained on gold/train decides from the words around.
 */
export const markStance = (model = LinearModel.read(new URL('./model.bin', import.meta.url))) =>
  stage({
    name: 'mark-stance',
    needs: ['blocks', 'sentences', 'tokens', 'attributions', 'voices'],
    adds: ['markers'],
    run: ({ text, blocks, sentences, tokens, attributions, voices }) => {
      const features = new Features(sceneOf({ text, blocks, sentences, tokens }, attributions));
      const spoken = voicesOfTokens(tokens, attributions, voices);
      return { markers: piecesOf(tokens).flatMap(({ from, to }) => marked(features, spoken, model, from, to)) };
    },
  });

/** What the model looks at: the words, and where the attributions found before have their quotations and cues. */
export function sceneOf({ text, blocks, sentences, tokens }: Segmented, attributions: readonly Attribution[]): Scene {
  const quoted = quotedTokens(tokens, quotationsOf(text, blocks));
  return { tokens, sentences, blocks, quoted, cues: cuesOf(tokens, attributions) };
}

/** For each token the hash of the rule of the attribution whose cue holds it, else 0. */
function cuesOf(tokens: readonly Token[], attributions: readonly Attribution[]): Int32Array {
  const cued = attributions.flatMap(({ cue, by }) => (cue ? [{ ...cue, rule: hashOf(by) }] : []));
  cued.sort((a, b) => a.start - b.start);
  let next = 0;
  return Int32Array.from(tokens, ({ start, end }) => {
    while (next < cued.length && cued[next]!.end <= start) next++;
    const cue = cued[next];
    return cue && cue.start < end ? cue.rule : 0;
  });
}

function marked(features: Features, spoken: readonly Voice[], model: LinearModel, from: number, to: number): Marker[] {
  features.look(from, to);
  const labels = bestLabels(features, model, from, to);
  const markers: Marker[] = [];
  for (let at = 0; at < labels.length; ) {
    const label = labels[at]!;
    let end = at + 1;
    while (end < labels.length && labels[end] === label) end++;
    if (label > 0) markers.push(markerOf(features, label, from + at, from + end, spoken[from + at]!));
    at = end;
  }
  return markers;
}

function markerOf(features: Features, label: number, from: number, to: number, voice: Voice): Marker {
  const kind = KINDS[label - 1]!;
  const { tokens } = features.scene;
  const entry = longestEntry(features, label, from, to);
  const isQuestion = kind === 'engagement' && tokens[to - 1]!.lower === '?';
  const place = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  return {
    ...place,
    kind,
    by: isQuestion ? 'engagement/question' : (entry?.rule ?? `${kind}/model`),
    voice,
    strength: entry?.strength ?? 0,
  };
}

/** The list entry of this kind that covers most of the marker. */
function longestEntry(features: Features, label: number, from: number, to: number): Entry | undefined {
  let best: Entry | undefined;
  for (let i = from; i < to; i++) {
    for (const { entry } of features.matches[i]!) {
      if (entry.kind === KINDS[label - 1] && entry.length > (best?.length ?? 0)) best = entry;
    }
  }
  return best;
}
