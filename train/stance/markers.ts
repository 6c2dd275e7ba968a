import { MOST } from '../../src/3-annotate/mark-stance/feature-list.ts';
import { Features } from '../../src/3-annotate/mark-stance/features.ts';
import { KINDS } from '../../src/3-annotate/mark-stance/lexicon.ts';
import { sceneOf } from '../../src/3-annotate/mark-stance/mark-stance.ts';
import { piecesOf } from '../../src/3-annotate/pieces.ts';
import type { Attribution } from '../../src/article/layers.ts';
import { bytesOf } from '../write-model.ts';
import { type Sequence, trainCrf } from './crf.ts';
import type { GoldArticle } from './gold.ts';
import { overlap } from './score.ts';

/** Rows whose weights all lie below this are left out: smaller, faster, and a little better on train/stance/annotations. */
export const SMALLEST = 0.06;

/**
 * The sequence model over the kinds of marker, as bytes.
 *
 * @param attributions those found in each article, by a model that has not seen it
 */
export const trainMarkers = (
  articles: readonly GoldArticle[],
  attributions: readonly (readonly Attribution[])[],
): Uint8Array =>
  bytesOf(
    trainCrf(
      articles.flatMap((article, i) => sequencesOf(article, attributions[i]!)),
      KINDS.length + 1,
    ),
    SMALLEST,
  );

/** One sequence a sentence: the features of its tokens, and 0 or the number of the kind that covers each; none of a sentence with a kind that the annotator is unsure of. */
function sequencesOf({ article, gold }: GoldArticle, attributions: readonly Attribution[]): Sequence[] {
  const { tokens } = article;
  const features = new Features(sceneOf(article, attributions));
  const labels = labelsOf(article.tokens, gold);
  const unsure = (gold.unsure ?? []).map((kind) => KINDS.indexOf(kind) + 1);
  const buffer = new Int32Array(MOST);
  return piecesOf(tokens).flatMap(({ from, to }) => {
    features.look(from, to);
    if (labels.subarray(from, to).some((label) => unsure.includes(label))) return [];
    const lists: Int32Array[] = [];
    const general: number[] = [];
    for (let at = from; at < to; at++) {
      const { count, general: first } = features.of(at, from, to, buffer);
      lists.push(buffer.slice(0, count));
      general.push(first);
    }
    return [{ features: lists, labels: labels.subarray(from, to), general }];
  });
}

function labelsOf(tokens: GoldArticle['article']['tokens'], { markers }: GoldArticle['gold']): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  tokens.forEach((token, i) => {
    const marker = markers.find((one) => overlap(one, token) > 0);
    if (marker) labels[i] = KINDS.indexOf(marker.kind) + 1;
  });
  return labels;
}
