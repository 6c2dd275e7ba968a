import { quotationsOf } from '../../src/3-annotate/find-attributions/quotations.ts';
import { Features, MOST } from '../../src/3-annotate/mark-stance/features.ts';
import { KINDS } from '../../src/3-annotate/mark-stance/lexicon.ts';
import { sentencesOf } from '../../src/3-annotate/mark-stance/mark-stance.ts';
import { quotedTokens } from '../../src/3-annotate/mark-stance/quoted.ts';
import { type Sequence, trainCrf } from './crf.ts';
import type { GoldArticle } from './gold.ts';
import { overlap } from './score.ts';
import { bytesOf } from './write-model.ts';

/** The sequence model over the kinds of marker, as bytes. */
export const trainMarkers = (articles: readonly GoldArticle[]): Uint8Array =>
  bytesOf(trainCrf(articles.flatMap(sequencesOf), KINDS.length + 1));

/** One sequence a sentence: the features of its tokens, and 0 or the number of the kind that covers each. */
function sequencesOf({ article, gold }: GoldArticle): Sequence[] {
  const { text, tokens, sentences, blocks } = article;
  const features = new Features({
    tokens,
    sentences,
    blocks,
    quoted: quotedTokens(tokens, quotationsOf(text, blocks)),
  });
  const labels = labelsOf(article.tokens, gold);
  const buffer = new Int32Array(MOST);
  return sentencesOf(tokens).map(({ from, to }) => {
    features.look(from, to);
    const lists: Int32Array[] = [];
    for (let at = from; at < to; at++) lists.push(buffer.slice(0, features.of(at, from, to, buffer)));
    return { features: lists, labels: labels.subarray(from, to) };
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
