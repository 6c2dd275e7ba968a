import type { Article } from '../../article/article.ts';
import { PLACES, type Runtime, WIDTH } from './runtime.ts';
import { windowsOf } from './windows.ts';

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

/** Numbers a sentence, in the order of train/encoder/reader.py. */
const COLUMNS = 6;

/** One a sentence, in order. */
export async function sentenceScores(runtime: Runtime, article: Readable): Promise<SentenceScores[]> {
  const { text, front, sentences, issue } = article;
  if (sentences.length === 0) return [];
  const phrase = (issue.phrase ?? '').trim();
  const texts = [front.title ?? '', ...sentences.map(({ start, end }) => text.slice(start, end))];
  const vectors = await vectorsOf(runtime, phrase, texts);
  const rows = await runtime.read({ vectors, places: placesOf(article, phrase !== '') });
  return sentences.map((_, index) => scoresAt(rows, (index + 1) * COLUMNS));
}

async function vectorsOf(runtime: Runtime, issue: string, texts: readonly string[]): Promise<Float32Array> {
  const vectors = new Float32Array(texts.length * WIDTH);
  let at = 0;
  for (const window of windowsOf(runtime.pieces, issue, texts)) {
    const read = await runtime.vectorsOf(window);
    vectors.set(read, at);
    at += read.length;
  }
  return vectors;
}

const EDGE = { first: 2, last: 3 };
/** Characters that make a sentence count as one unit long, and the most units it can count. */
const LENGTH = { unit: 100, most: 2 };

/**
 * Where the title and each sentence stand, as the weights learnt it: opens a
 * block, how far down, how near an end, at an edge, asks, how long, is a title,
 * has an issue before it.
 */
function placesOf({ text, front, sentences }: Readable, hasIssue: boolean): Float32Array {
  const places = new Float32Array((sentences.length + 1) * PLACES);
  places.set([0, 0, 1, 0, 0, 0, 0, Number((front.title ?? '').trim() !== ''), Number(hasIssue)]);
  const last = Math.max(1, sentences.length - 1);
  for (const [index, { start, end, block }] of sentences.entries()) {
    const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
    const place = index / last;
    const row = [
      Number(sentences[index - 1]?.block !== block),
      place,
      4 * (place - 0.5) ** 2,
      Number(index < EDGE.first),
      Number(index >= sentences.length - EDGE.last),
      Number(words.endsWith('?')),
      Math.min(LENGTH.most, words.length / LENGTH.unit),
      0,
      Number(hasIssue),
    ];
    places.set(row, (index + 1) * PLACES);
  }
  return places;
}

function scoresAt(rows: Float32Array, at: number): SentenceScores {
  const [same = 0, opposed = 0, nothing = 0, side = 0, vote = 0, weight = 0] = rows.subarray(at, at + COLUMNS);
  return { stands: [same, opposed, nothing], side, vote, weight };
}
