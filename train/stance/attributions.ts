import { type Candidate, type Scene, spanOf } from '../../src/3-annotate/find-attributions/candidate.ts';
import { candidatesIn } from '../../src/3-annotate/find-attributions/candidates.ts';
import { featuresOf } from '../../src/3-annotate/find-attributions/features.ts';
import { scenesOf } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { quotationsOf } from '../../src/3-annotate/find-attributions/quotations.ts';
import type { Genre } from '../../src/3-annotate/find-attributions/speaker.ts';
import { bytesOf } from '../write-model.ts';
import type { GoldArticle } from './gold.ts';
import { type Example, trainLogistic } from './logistic.ts';
import { jaccard, overlap } from './score.ts';

/** How much an example of another corpus counts against one of an op-ed; chosen by cross-validation over op-eds (0.1 to 0.6 are equal) and GUM dev. */
const FOREIGN = 0.6;
/** Chosen by cross-validation over all annotated op-eds. */
const PENALTY = 20;
/** Weights below this are left out. */
const SMALLEST = 0.01;
/** Rules whose attributions other corpora do not mark: there a missing label is no "no". */
const ONLY_HERE =
  /^(?:quoted-words|so-called|quote-goes-on|quote-alone|block-|np|to|for|of|as|as-whole|label|for-whom|to-open|np-open|about-open|colon-open)(?:-passive)?(?:-cut)?$/;

/** The model that decides which candidates are attributions, as bytes; `others` are articles of any genre with attributions only. */
export const trainAttributions = (articles: readonly GoldArticle[], others: readonly GoldArticle[]): Uint8Array =>
  bytesOf(
    trainLogistic(
      [
        ...articles.flatMap((article) => examplesOf(article, 'op-ed', 1)),
        ...others.flatMap((article) => examplesOf(article, 'any', FOREIGN)),
      ],
      PENALTY,
    ),
    SMALLEST,
  );

const known = new WeakMap<GoldArticle, Example[]>();

/** An article's examples, worked out once however often it is trained on. */
function examplesOf(article: GoldArticle, genre: Genre, weight: number): Example[] {
  const examples = known.get(article) ?? workedOut(article, genre, weight);
  known.set(article, examples);
  return examples;
}

/** One example a candidate: right when a gold content overlaps its content by half. */
function workedOut({ article, gold }: GoldArticle, genre: Genre, weight: number): Example[] {
  return scenesOf(article, quotationsOf(article.text, article.blocks)).flatMap((scene) => {
    const rivals = candidatesIn(scene);
    const taught = genre === 'op-ed' ? rivals : rivals.filter(({ rule }) => !ONLY_HERE.test(rule));
    return taught.map((candidate) => exampleOf(scene, candidate, rivals, gold, genre, weight));
  });
}

function exampleOf(
  scene: Scene,
  candidate: Candidate,
  rivals: readonly Candidate[],
  gold: GoldArticle['gold'],
  genre: Genre,
  weight: number,
): Example {
  const features: number[] = [];
  featuresOf(scene, candidate, rivals, features, genre);
  return { features, yes: gold.attributions.some((one) => agrees(one, scene, candidate, rivals)), weight };
}

/** Whether contents overlap by half and the sources touch; where one names nobody, a rival with the right source must not be there. */
function agrees(
  { source, content }: GoldArticle['gold']['attributions'][number],
  { tokens }: Scene,
  candidate: Candidate,
  rivals: readonly Candidate[],
): boolean {
  const isIt = (one: Candidate): boolean => jaccard(content, spanOf(tokens, one.content)) >= 0.5;
  if (!isIt(candidate)) return false;
  if (source && candidate.source) return overlap(source, spanOf(tokens, candidate.source)) > 0;
  return source !== null || candidate.source === null || !rivals.some((rival) => rival.source === null && isIt(rival));
}
