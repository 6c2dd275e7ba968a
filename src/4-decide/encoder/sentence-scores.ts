import type { Article } from '../../article/article.ts';
import { type Runtime, WIDTH } from './runtime.ts';
import { textVector } from './text-vector.ts';

/** What the encoder makes of one sentence in its article, as logits. */
export interface SentenceScores {
  /** Argues on the author's side, against it, or not at all. */
  readonly stands: readonly [number, number, number];
  /** Above 0 where it speaks for the issue. */
  readonly side: number;
  /** Its vote on the article's lean, above 0 for pro, and how much the vote counts. */
  readonly vote: number;
  readonly weight: number;
}

type Readable = Article<'front' | 'sentences' | 'issue'>;

/** Numbers a sentence, in the order of train/encoder/reader.py; the fifth, another's voice, only served the learning. */
const COLUMNS = 7;

/** One a sentence, in order. */
export async function sentenceScores(runtime: Runtime, article: Readable): Promise<SentenceScores[]> {
  const { text, front, sentences, issue } = article;
  if (sentences.length === 0) return [];
  const vectors = new Float32Array(sentences.length * WIDTH);
  for (const [index, { start, end }] of sentences.entries()) {
    vectors.set(await textVector(runtime, text.slice(start, end)), index * WIDTH);
  }
  const around = [issue.phrase ?? '', front.title ?? ''] as const;
  const context = new Float32Array(2 * WIDTH);
  for (const [index, words] of around.entries()) {
    if (words.trim()) context.set(await textVector(runtime, words), index * WIDTH);
  }
  const known = [around[0].trim() !== '', around[1].trim() !== ''] as const;
  const rows = await runtime.read({ sentences: vectors, context, known, places: placesOf(article) });
  return sentences.map((_, index) => scoresAt(rows, index * COLUMNS));
}

const EDGE = { first: 2, last: 3 };
/** Characters that make a sentence count as one unit long, and the most units it can count. */
const LENGTH = { unit: 100, most: 2 };

/** Where each sentence stands, as the weights learnt it: opens a block, how far down, at an edge, asks, how long. */
function placesOf({ text, sentences }: Readable): Float32Array {
  const last = Math.max(1, sentences.length - 1);
  return Float32Array.from(
    sentences.flatMap(({ start, end, block }, index) => {
      const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
      const place = index / last;
      return [
        Number(sentences[index - 1]?.block !== block),
        place,
        4 * (place - 0.5) ** 2,
        Number(index < EDGE.first),
        Number(index >= sentences.length - EDGE.last),
        Number(words.endsWith('?')),
        Math.min(LENGTH.most, words.length / LENGTH.unit),
      ];
    }),
  );
}

function scoresAt(rows: Float32Array, at: number): SentenceScores {
  const [same = 0, opposed = 0, nothing = 0, side = 0, , vote = 0, weight = 0] = rows.subarray(at, at + COLUMNS);
  return { stands: [same, opposed, nothing], side, vote, weight };
}
