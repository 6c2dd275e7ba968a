import { LinearModel } from '../../linear/model.ts';
import type { Reading } from '../reading/reading.ts';
import { wordHashes } from './word-hashes.ts';

/** What the words of a sentence say by themselves, as log-odds. */
export interface WordScores {
  /** Above 0 where they speak for the core of the issue rather than against it, if they argue at all. */
  readonly side: number;
  /** Above 0 where they argue. */
  readonly argues: number;
}

const MODEL = LinearModel.read(new URL('./words.bin', import.meta.url));
/** The weights of a sentence are damped by the root of their number: long sentences say more, but not in proportion. */
const SCALE = 3;

/** A reading with what the words of each sentence say, one a sentence. */
export interface Weighed extends Reading {
  readonly words: readonly WordScores[];
}

/** @param model what `npm run train:roles` fitted; another only while it is being fitted */
export const withWords = (reading: Reading, model: LinearModel = MODEL): Weighed => ({
  ...reading,
  words: weighWords(reading, model),
});

function weighWords({ sentences }: Reading, model: LinearModel): WordScores[] {
  const scores = new Float64Array(2);
  const [sideBias = 0, arguesBias = 0] = model.extra;
  return sentences.map((sentence) => {
    const hashes = wordHashes(sentence);
    scores.fill(0);
    for (const hash of hashes) model.add(hash, scores, 0);
    const damp = dampingOf(hashes.length);
    return { side: sideBias + damp * scores[0]!, argues: arguesBias + damp * scores[1]! };
  });
}

/** @param count features of a sentence */
export const dampingOf = (count: number): number => SCALE / Math.sqrt(Math.max(1, count));
