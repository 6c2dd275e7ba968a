import type { Sentence, Token } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
import type { Range } from '../pieces.ts';
import type { Quotation } from './quotations.ts';

export type { Range } from '../pieces.ts';

/** What may be an attribution, in tokens; the model decides. */
export interface Candidate {
  readonly rule: string;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly content: Range;
}

/** One sentence with the article around it. */
export interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  /** The sentence's tokens. */
  readonly range: Range;
  /** Quotations that touch the sentence, in order. */
  readonly quotations: readonly Quotation[];
  /** Set when the whole block is somebody's words: `quote` by its markup, `announced` by the block before ("He wrote:"). */
  readonly announced: 'quote' | 'announced' | null;
}

export const spanOf = (tokens: readonly Token[], { from, to }: Range): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});

/** The range without quotation marks, commas and dashes at its ends, and without a final stop unless the quotation has its own. */
export function trimmed(tokens: readonly Token[], range: Range, keepStop = false): Range {
  let { from, to } = range;
  while (from < to && tokens[from]!.kind === 'punctuation' && !/^[([$]/.test(tokens[from]!.lower)) from++;
  const loose = keepStop ? /^["“”'‘,;:—–\-([]/ : /^["“”'‘,;:.—–\-([…]/;
  while (from < to && tokens[to - 1]!.kind === 'punctuation' && loose.test(tokens[to - 1]!.lower)) to--;
  return { from, to };
}

/** The tokens of the sentence that stand inside a quotation, the marks left out; at least one. */
export function insideOf({ tokens, range }: Scene, { inner }: Quotation): Range {
  let from = range.from;
  while (from < range.to - 1 && tokens[from]!.start < inner.start) from++;
  let to = range.to;
  while (to > from + 1 && tokens[to - 1]!.end > inner.end) to--;
  return { from, to };
}
