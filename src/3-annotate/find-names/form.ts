import { hashOf } from './hash.ts';

/** What is known of a word by its letters alone: computed once a distinct form, in numbers. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  readonly word: number;
  readonly lowerHash: number;
  /** `Xxxx`, `XX`, `d.d`: letters by case, digits, the rest as it stands. */
  readonly shape: number;
  /** The shape with runs collapsed. */
  readonly short: number;
  /** Of the lower-case form: hashes of its first and last 1–4 characters. */
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** Word clusters, fine to coarse; 0 when the word has none. */
  readonly clusters: readonly number[];
  readonly capital: boolean;
  readonly allCapital: boolean;
  readonly digit: boolean;
  /** Whether it has a letter. */
  readonly letter: boolean;
}

export type ClustersOf = (lower: string) => readonly number[];

export function formOf(text: string, clustersOf: ClustersOf): Form {
  const plain = text.replace(/[’‘]/g, "'");
  const lower = plain.toLowerCase();
  const shape = shapeOf(plain);
  return {
    text: plain,
    lower,
    word: hashOf(plain),
    lowerHash: hashOf(lower),
    shape: hashOf(shape),
    short: hashOf(shape.replace(/(.)\1+/g, '$1')),
    prefixes: [1, 2, 3, 4].filter((n) => n < lower.length).map((n) => hashOf(lower, 0, n)),
    suffixes: [1, 2, 3, 4].filter((n) => n < lower.length).map((n) => hashOf(lower, lower.length - n)),
    clusters: clustersOf(lower),
    capital: /^\p{Lu}/u.test(plain),
    allCapital: /^\p{Lu}{2,}$/u.test(plain),
    digit: /\d/.test(plain),
    letter: /\p{L}/u.test(plain),
  };
}

const shapeOf = (text: string): string =>
  text
    .slice(0, 20)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, 'd');
