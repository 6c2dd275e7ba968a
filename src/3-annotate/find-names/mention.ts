import type { EntityType } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';

/** One place where something is named. */
export interface Mention extends Span {
  readonly type: EntityType;
  /** The article's own characters. */
  readonly name: string;
  readonly words: readonly string[];
  readonly sentence: number;
  /** Its tokens in the article: `[first, after)`. */
  readonly first: number;
  readonly after: number;
}

/** Mentions of one thing, in document order. */
export interface Group {
  readonly type: EntityType;
  /** The fullest of the names. */
  readonly name: string;
  readonly mentions: readonly Mention[];
}
