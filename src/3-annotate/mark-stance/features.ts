import type { Block } from '../../article/article.ts';
import type { Sentence, Token } from '../../article/layers.ts';
import { hashOf, mix } from '../../linear/hash.ts';
import { clustersOf } from '../clusters.ts';
import { articleFlags, frameOf } from './context.ts';
import { type Match, matchesAt } from './lexicon.ts';

/** What the features of a token are drawn from. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly blocks: readonly Block[];
  /** For each token, whether it stands inside quotation marks. */
  readonly quoted: Uint8Array;
  /** For each token, the hash of the rule of the attribution whose cue it is in, else 0. */
  readonly cues: Int32Array;
}

/** Most features that one token can have; more are dropped. */
export const MOST = 220;

const OUTSIDE = hashOf('\u0000');

/** A sentence: tokens `from` (inside) to `to` (outside), with what all its tokens share. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly asks: number;
  readonly block: number;
}

const NOWHERE: Place = { from: -1, to: -1, asks: 0, block: 0 };

/** The words of an article as numbers, with what the lists say of each. */
export class Features {
  readonly scene: Scene;
  readonly matches: Match[][];
  private readonly lower: Int32Array;
  private readonly lemma: Int32Array;
  private readonly pos: Int32Array;
  private readonly fine: Int32Array;
  private readonly coarse: Int32Array;
  private readonly flags: readonly number[];
  private out: Int32Array = new Int32Array(MOST);
  private count = 0;
  private place = NOWHERE;
  /** How the clause leads up to the token at hand. */
  private frame = 0;

  constructor(scene: Scene) {
    const { tokens } = scene;
    this.scene = scene;
    this.lower = Int32Array.from(tokens, ({ lower }) => hashOf(lower));
    this.lemma = Int32Array.from(tokens, ({ lemma }) => hashOf(lemma));
    this.pos = Int32Array.from(tokens, ({ pos }) => hashOf(pos));
    const clusters = tokens.map(({ lower }) => clustersOf(lower));
    this.fine = Int32Array.from(clusters, (levels) => levels[1] ?? 0);
    this.coarse = Int32Array.from(clusters, (levels) => levels[2] ?? 0);
    this.matches = tokens.map(() => []);
    this.flags = articleFlags(tokens);
  }

  /** Spreads the list matches of the sentence that holds tokens `from` to `to` over them. */
  look(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      for (const match of matchesAt(this.scene.tokens, at, to)) {
        for (let i = match.from; i < match.to; i++) this.matches[i]!.push(match);
      }
    }
  }

  /** Whether a list, an attribution's cue or a question mark speaks for the token, or a list for both its neighbours: most words are spared the rest. */
  mayBeMarked(at: number): boolean {
    const { cues, tokens } = this.scene;
    if (this.matches[at]!.length > 0 || cues[at] !== 0 || tokens[at]!.lower === '?' || tokens[at + 1]?.lower === '?')
      return true;
    return (this.matches[at - 1]?.length ?? 0) > 0 && (this.matches[at + 1]?.length ?? 0) > 0;
  }

  /**
   * Writes the hashed features of token `at`, of the sentence from `from` to `to`, into `out`.
   *
   * @returns how many there are, and how many of them, the first, do without the words themselves
   */
  of(at: number, from: number, to: number, out: Int32Array): { count: number; general: number } {
    this.out = out;
    this.count = 0;
    if (this.place.from !== from || this.place.to !== to) this.place = this.placeOf(from, to);
    const { place } = this;
    this.frame = frameOf(this.scene.tokens, at, from);
    this.general(at, place);
    for (const match of this.matches[at]!) this.listed(at, place, match);
    const general = this.count;
    this.words(at, place);
    for (const match of this.matches[at]!) this.listedWords(place, match);
    return { count: this.count, general };
  }

  private put(template: number, a = 0, b = 0, c = 0): void {
    if (this.count < MOST) this.out[this.count++] = mix(template, a, b, c);
  }

  private placeOf(from: number, to: number): Place {
    const { tokens, sentences, blocks } = this.scene;
    const asks = tokens[to - 1]!.lower === '?' || tokens[to - 2]?.lower === '?' ? 1 : 0;
    return { from, to, asks, block: hashOf(blocks[sentences[tokens[from]!.sentence]!.block]!.kind) };
  }

  /** Parts of speech, clusters, endings, place in the sentence, kinds of list. */
  private general(at: number, { from, to, asks, block }: Place): void {
    const p = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.pos[at + d]!);
    const f = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.fine[at + d]!);
    const { quoted, tokens, cues } = this.scene;
    const { lower } = tokens[at]!;
    const p0 = p(0);
    const coarse = this.coarse[at]!;
    const place = Math.min(at - from, 4);
    const { frame } = this;
    this.put(1, p0);
    this.put(2, p(-1), p0);
    this.put(3, p0, p(1));
    this.put(4, p(-1), p0, p(1));
    this.put(5, f(0));
    this.put(6, f(0), p0);
    this.put(7, f(0), p(-1));
    this.put(8, f(0), f(-1));
    this.put(9, f(0), f(1));
    this.put(10, coarse, p0);
    this.put(11, coarse, frame, p0);
    this.put(12, hashOf(lower.slice(-3)));
    this.put(13, hashOf(lower.slice(-2)), p0);
    this.put(14, hashOf(lower.slice(0, 3)));
    this.put(15, place);
    this.put(16, place, p0);
    this.put(17, Math.min(to - 1 - at, 3), asks);
    this.put(18, quoted[at]!);
    this.put(19, block);
    this.put(20, block, p0);
    this.put(21, frame, p0);
    this.put(22, frame, hashOf(lower.slice(-3)));
    this.put(23, frame, f(0));
    if (cues[at] !== 0) {
      this.put(24, 1);
      this.put(25, cues[at]!, p0);
      this.put(26, p0, cues[at - 1] === 0 ? 1 : 0, cues[at + 1] === 0 ? 1 : 0);
    }
    this.kinds(at, p0, place);
  }

  /** Which lists know the token, and the length of the longest entry. */
  private kinds(at: number, p0: number, place: number): void {
    let kinds = 0;
    let longest = 0;
    for (const { entry } of this.matches[at]!) {
      kinds |= 1 << (2 * (entry.kindNumber + 1) + (entry.vague ? 1 : 0));
      longest = Math.max(longest, entry.length);
    }
    this.put(27, kinds);
    this.put(28, kinds, p0);
    this.put(29, kinds, longest);
    this.put(30, kinds, place);
  }

  /** What one list entry that covers the token says, without its words. */
  private listed(at: number, { from, to, asks, block }: Place, { entry, from: a, to: b }: Match): void {
    const p = (i: number): number => (i < from || i >= to ? OUTSIDE : this.pos[i]!);
    const kind = 4 * (entry.kindNumber + 1) + (entry.vague ? 2 : 0) + (entry.length > 1 ? 1 : 0);
    const rule = entry.ruleNumber;
    const { frame } = this;
    this.put(40, kind);
    this.put(41, rule, kind);
    this.put(42, kind, this.pos[at]!);
    this.put(43, rule, entry.strength + 2, kind);
    this.put(44, rule, p(a - 1), p(b));
    this.put(45, rule, frame, kind);
    this.put(46, kind, at - a);
    this.put(47, kind, Math.min(a - from, 2), asks);
    this.put(48, kind, this.scene.quoted[at]!, block);
    this.put(49, kind, p(a - 1));
    this.put(50, kind, p(b));
  }

  /** The words of the token and around it. */
  private words(at: number, { from, to, asks }: Place): void {
    const w = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.lower[at + d]!);
    const l = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.lemma[at + d]!);
    const p = (d: number): number => (at + d < from || at + d >= to ? OUTSIDE : this.pos[at + d]!);
    const w0 = w(0);
    const l0 = l(0);
    this.put(60, w0);
    this.put(61, l0);
    this.put(62, w(-1));
    this.put(63, w(1));
    this.put(64, w(-2));
    this.put(65, w(2));
    this.put(66, w(-1), w0);
    this.put(67, w0, w(1));
    this.put(68, l(-1), l0);
    this.put(69, l0, l(1));
    this.put(70, w(-2), w(-1));
    this.put(71, w(1), w(2));
    this.put(72, l0, p(-1));
    this.put(73, l0, p(1));
    this.put(74, l0, p(0));
    this.put(75, l0, l(-2));
    this.put(76, l0, l(2));
    this.put(77, l0, l(3));
    this.put(78, Math.min(at - from, 4), l0);
    this.put(79, asks, l0);
    this.put(80, this.scene.quoted[at]!, l0);
    this.put(81, w(from - at), l0);
    this.put(82, this.frame, l0);
    this.put(83, l0, at + 1 < to ? this.fine[at + 1]! : 0);
    this.put(84, l0, at > from ? this.fine[at - 1]! : 0);
    for (const flag of this.flags) this.put(85, flag, l0);
  }

  /** A list entry's own words and those beside it. */
  private listedWords({ from, to }: Place, { entry, from: a, to: b }: Match): void {
    const l = (i: number): number => (i < from || i >= to ? OUTSIDE : this.lemma[i]!);
    const rule = entry.ruleNumber;
    this.put(90, entry.patternNumber, entry.kindNumber);
    this.put(91, rule, l(a - 1));
    this.put(92, rule, l(b));
  }
}
