import type { Block } from '../../article/article.ts';
import type { Sentence, Token } from '../../article/layers.ts';
import { hashOf } from '../../linear/hash.ts';
import { clustersOf } from '../clusters.ts';
import { articleFlags } from './context.ts';
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

/** A sentence: tokens `from` (inside) to `to` (outside), with what all its tokens share. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly asks: number;
  readonly block: number;
}

/** What stands for a token beyond the sentence's ends. */
export const OUTSIDE = hashOf('\u0000');

/** The words of an article as numbers, one a token, with what the lists say of each. */
export class Sight {
  readonly scene: Scene;
  readonly matches: Match[][];
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  readonly pos: Int32Array;
  /** Word clusters, many and few. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  readonly flags: readonly number[];

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

  placeOf(from: number, to: number): Place {
    const { tokens, sentences, blocks } = this.scene;
    const asks = tokens[to - 1]!.lower === '?' || tokens[to - 2]?.lower === '?' ? 1 : 0;
    return { from, to, asks, block: hashOf(blocks[sentences[tokens[from]!.sentence]!.block]!.kind) };
  }
}
