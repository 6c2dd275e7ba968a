import { frameOf } from './context.ts';
import { FeatureList } from './feature-list.ts';
import { general } from './features-general.ts';
import { kinds, listed, listedWords } from './features-listed.ts';
import { words } from './features-words.ts';
import type { Match } from './lexicon.ts';
import { type Place, type Scene, Sight } from './sight.ts';

const NOWHERE: Place = { from: -1, to: -1, asks: 0, block: 0 };

/** The hashed features of the tokens of an article. */
export class Features {
  readonly scene: Scene;
  private readonly sight: Sight;
  private readonly list = new FeatureList();
  private place = NOWHERE;

  constructor(scene: Scene) {
    this.scene = scene;
    this.sight = new Sight(scene);
  }

  /** The list entries that cover each token that was looked at. */
  get matches(): readonly (readonly Match[])[] {
    return this.sight.matches;
  }

  /** Spreads the list matches of the sentence that holds tokens `from` to `to` over them. */
  look(from: number, to: number): void {
    this.sight.look(from, to);
  }

  /** Whether a list, an attribution's cue or a question mark speaks for the token, or a list for both its neighbours: most words are spared the rest. */
  mayBeMarked(at: number): boolean {
    const { cues, tokens } = this.scene;
    const { matches } = this;
    if (matches[at]!.length > 0 || cues[at] !== 0 || tokens[at]!.lower === '?' || tokens[at + 1]?.lower === '?')
      return true;
    return (matches[at - 1]?.length ?? 0) > 0 && (matches[at + 1]?.length ?? 0) > 0;
  }

  /**
   * Writes the hashed features of token `at`, of the sentence from `from` to `to`, into `out`.
   *
   * @returns how many there are, and how many of them, the first, do without the words themselves
   */
  of(at: number, from: number, to: number, out: Int32Array): { count: number; general: number } {
    const { list, sight } = this;
    if (this.place.from !== from || this.place.to !== to) this.place = sight.placeOf(from, to);
    const { place } = this;
    const frame = frameOf(this.scene.tokens, at, from);
    list.begin(out);
    general(list, sight, at, place, frame);
    kinds(list, sight, at, place);
    for (const match of sight.matches[at]!) listed(list, sight, at, place, match, frame);
    const { count } = list;
    words(list, sight, at, place, frame);
    for (const match of sight.matches[at]!) listedWords(list, sight, place, match);
    return { count: list.count, general: count };
  }
}
