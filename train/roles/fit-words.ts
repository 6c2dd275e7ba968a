import { readingOf } from '../../src/4-decide/reading/reading.ts';
import { dampingOf } from '../../src/4-decide/weigh-words/weigh-words.ts';
import { wordHashes } from '../../src/4-decide/weigh-words/word-hashes.ts';
import { minimise, penalised, softplus } from '../minimise.ts';
import { bytesOf, type Learnt } from '../write-model.ts';
import type { GoldArticle } from './gold.ts';

/** A sentence: its features, where it speaks (1 for the issue's core, −1 against, 0 not at all, null not known). */
export interface WordRow {
  readonly hashes: readonly number[];
  readonly side: 1 | -1 | 0 | null;
}

/** A feature must occur in as many sentences. */
const FEWEST = 4;
const PENALTY = { side: 3, argues: 5 };
const ITERATIONS = 40;
/** Rows whose weights all lie below this are left out of the file. */
const SMALLEST = 0.02;

/** The sentences of an article toward the core of its issue phrase. */
export function wordRowsOf({ article, issue, roles }: GoldArticle): WordRow[] {
  const reading = readingOf(article, issue, true);
  return reading.sentences.map((sentence, index) => ({
    hashes: wordHashes(sentence),
    side: sideOf(roles[index] ?? null, reading.issue.sign),
  }));
}

const sideOf = (role: GoldArticle['roles'][number], sign: 1 | -1): WordRow['side'] =>
  role === null || role === 'both' ? null : role === 'none' ? 0 : role === 'pro' ? sign : (-sign as 1 | -1);

/** Two logistic models of words, as the bytes of a `LinearModel`: which side an arguing sentence takes, and whether it argues. */
export function fitWords(rows: readonly WordRow[]): Uint8Array {
  const numbered = numberOf(rows);
  const sides = rows.filter(({ side }) => side === 1 || side === -1);
  const pro = sides.filter(({ side }) => side === 1).length;
  const share = { 1: sides.length / (2 * pro), [-1]: sides.length / (2 * (sides.length - pro)) };
  const side = fitLogistic(
    sides.map((row) => ({ ...row, yes: row.side === 1, weight: share[row.side as 1 | -1] })),
    numbered,
    PENALTY.side,
  );
  const argues = fitLogistic(
    rows.filter(({ side }) => side !== null).map((row) => ({ ...row, yes: row.side !== 0, weight: 1 })),
    numbered,
    PENALTY.argues,
  );
  const size = numbered.size;
  const weights = new Float64Array(2 * size);
  for (let i = 0; i < size; i++) [weights[2 * i], weights[2 * i + 1]] = [side[i]!, argues[i]!];
  const learnt: Learnt = { labels: 2, rows: numbered, weights, extra: [side[size]!, argues[size]!] };
  return bytesOf(learnt, SMALLEST);
}

function numberOf(rows: readonly WordRow[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of rows) for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const numbered = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= FEWEST) numbered.set(hash, numbered.size);
  return numbered;
}

interface Labelled {
  readonly hashes: readonly number[];
  readonly yes: boolean;
  readonly weight: number;
}

function fitLogistic(rows: readonly Labelled[], numbered: ReadonlyMap<number, number>, penalty: number): Float64Array {
  const size = numbered.size;
  const sparse = rows.map(({ hashes, yes, weight }) => ({
    at: Int32Array.from(hashes.flatMap((hash) => numbered.get(hash) ?? [])),
    damp: dampingOf(hashes.length),
    yes,
    weight,
  }));
  return minimise(
    (x, slope) => {
      let loss = penalised(x, slope, penalty, size);
      for (const { at, damp, yes, weight } of sparse) {
        let sum = 0;
        for (let i = 0; i < at.length; i++) sum += x[at[i]!]!;
        const odds = x[size]! + damp * sum;
        loss += weight * (softplus(odds) - (yes ? odds : 0));
        const error = weight * (1 / (1 + Math.exp(-odds)) - (yes ? 1 : 0));
        for (let i = 0; i < at.length; i++) slope[at[i]!]! += damp * error;
        slope[size]! += error;
      }
      return loss;
    },
    size + 1,
    ITERATIONS,
  );
}
