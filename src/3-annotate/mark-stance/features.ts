import type { Block } from '../../article/article.ts';
import type { Sentence, Token } from '../../article/layers.ts';
import { hashOf, mix } from '../linear/hash.ts';
import { KINDS, type Match, matchesAt } from './lexicon.ts';

/** What the features of a token are drawn from. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly blocks: readonly Block[];
  /** For each token, whether it stands inside quotation marks. */
  readonly quoted: Uint8Array;
}

/** Most features that one token can have; more are dropped. */
export const MOST = 160;

const OUTSIDE = hashOf('\u0000');
const BE = new Set(['be', 'seem', 'become', 'remain', 'feel', 'look', 'appear']);
const NEGATIONS = new Set(['not', "n't", 'no', 'never', 'nothing', 'hardly', 'neither', 'nor', 'without']);

/** The words of an article as numbers, with what the lists say of each. */
export class Features {
  readonly scene: Scene;
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  readonly pos: Int32Array;
  readonly matches: Match[][];
  private readonly voices: number[];

  constructor(scene: Scene) {
    const { tokens } = scene;
    this.scene = scene;
    this.lower = Int32Array.from(tokens, (token) => hashOf(token.lower));
    this.lemma = Int32Array.from(tokens, (token) => hashOf(token.lemma));
    this.pos = Int32Array.from(tokens, (token) => hashOf(token.pos));
    this.matches = tokens.map(() => []);
    this.voices = articleFlags(tokens);
  }

  /** Spreads the list matches of the sentence that holds tokens `from` to `to` over them. */
  look(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      for (const match of matchesAt(this.scene.tokens, at, to)) {
        for (let i = match.from; i < match.to; i++) this.matches[i]!.push(match);
      }
    }
  }

  /** Writes the hashed features of token `at`, of the sentence from `from` to `to`, into `out`; returns how many. */
  of(at: number, from: number, to: number, out: Int32Array): number {
    const { tokens, sentences, blocks, quoted } = this.scene;
    let n = 0;
    const put = (template: number, a = 0, b = 0, c = 0): void => {
      if (n < MOST) out[n++] = mix(template, a, b, c);
    };
    const token = tokens[at]!;
    const w = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.lower[at + d]!);
    const l = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.lemma[at + d]!);
    const p = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.pos[at + d]!);
    const w0 = w(0);
    const l0 = l(0);
    const p0 = p(0);
    put(1, w0);
    put(2, l0);
    put(3, w(-1));
    put(4, w(1));
    put(5, w(-2));
    put(6, w(2));
    put(7, w(-1), w0);
    put(8, w0, w(1));
    put(9, l(-1), l0);
    put(10, l0, l(1));
    put(11, w(-2), w(-1));
    put(12, w(1), w(2));
    put(13, p0);
    put(14, p(-1), p0);
    put(15, p0, p(1));
    put(16, p(-1), p0, p(1));
    put(17, l0, p(-1));
    put(18, l0, p(1));
    put(19, l0, p0);
    put(20, l0, l(-2));
    put(21, l0, l(2));
    put(22, l0, l(3));
    const { lower } = token;
    put(23, hashOf(lower.slice(-3)));
    put(24, hashOf(lower.slice(0, 3)));
    put(25, hashOf(lower.slice(-2)), p0);
    const place = Math.min(at - from, 4);
    put(26, place);
    put(27, place, l0);
    put(28, place, p0);
    const left = Math.min(to - 1 - at, 3);
    const asks = tokens[to - 1]!.lower === '?' || tokens[to - 2]?.lower === '?' ? 1 : 0;
    put(29, left, asks);
    put(30, asks, l0);
    const inQuotes = quoted[at]!;
    put(31, inQuotes, l0);
    put(32, inQuotes);
    const block = hashOf(blocks[sentences[token.sentence]!.block]!.kind);
    put(33, block);
    put(34, block, p0);
    const start = w(from - at);
    put(35, start, l0);
    const frame = this.frame(at, from);
    put(36, frame, p0);
    put(37, frame, l0);
    put(38, frame, hashOf(lower.slice(-3)));
    let kinds = 0;
    let longest = 0;
    for (const { entry, from: a, to: b } of this.matches[at]!) {
      const kind = KINDS.indexOf(entry.kind) + 1;
      kinds |= 1 << kind;
      longest = Math.max(longest, entry.length);
      const rule = hashOf(entry.rule);
      const size = entry.length > 1 ? 2 : 1;
      put(40, kind, size);
      put(41, rule, entry.strength + 2, size);
      put(42, kind, size, p0);
      put(43, hashOf(entry.pattern), kind);
      put(44, rule, p(a - 1 - at), p(b - at));
      put(45, rule, l(a - 1 - at));
      put(46, rule, l(b - at));
      put(47, rule, frame);
      put(48, kind, at - a, size);
      put(49, kind, Math.min(a - from, 2), asks);
      put(51, kind, inQuotes, block);
    }
    put(52, kinds);
    put(53, kinds, p0);
    put(54, kinds, longest);
    for (const flag of this.voices) put(55, flag, l0);
    return n;
  }

  /** How the clause leads up to the word: a form of "be" close before, its subject, a negation. */
  private frame(at: number, from: number): number {
    const { tokens } = this.scene;
    for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
      const { lemma, lower, pos } = tokens[i]!;
      if (NEGATIONS.has(lower)) return 1;
      if (BE.has(lemma)) return tokens[i - 1]?.lower === 'it' ? 2 : 3;
      if (pos === 'PUNCT') return 4;
      if (pos === 'VERB') return 5;
    }
    return 6;
  }
}

/** What kind of piece it is, as far as it tells how "we" is meant. */
function articleFlags(tokens: readonly Token[]): number[] {
  const count = new Map<string, number>();
  for (const { lower } of tokens) count.set(lower, (count.get(lower) ?? 0) + 1);
  const rate = (words: string[]): number =>
    (1000 * words.reduce((sum, word) => sum + (count.get(word) ?? 0), 0)) / (tokens.length + 1);
  const bucket = (x: number, ...cuts: number[]): number => cuts.filter((cut) => x > cut).length;
  return [
    bucket(rate(['i', 'my', 'me']), 1, 5, 12),
    10 + bucket(rate(['you', 'your']), 1, 6),
    20 + bucket(rate(['we', 'our', 'us']), 4, 12, 20),
    30 + bucket(rate(['senate', 'congress', 'senator', 'legislation', 'bill']), 0, 4),
    40 + bucket(rate(['american', 'americans', 'america', 'nation', 'country']), 0, 4),
  ];
}
