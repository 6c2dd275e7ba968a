import type { Sentence, Token } from '../article/layers.ts';

/** Tokens `from` (inside) to `to` (outside). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Rules look at most at so many tokens at once; the longest sentence of gold/train has 97. */
const LONGEST = 200;

/** The tokens of each sentence in order; of an endless one in pieces, so that no rule takes more than linear time. */
export function piecesOf(tokens: readonly Token[]): Range[] {
  const pieces: Range[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to < tokens.length && to - from < LONGEST && tokens[to]!.sentence === tokens[from]!.sentence) to++;
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}

/** The sentence of a piece, cut down to the piece where it is longer. */
export function pieceOf(tokens: readonly Token[], sentences: readonly Sentence[], { from, to }: Range): Sentence {
  const index = tokens[from]!.sentence;
  const sentence = sentences[index]!;
  const opens = tokens[from - 1]?.sentence !== index;
  const closes = tokens[to]?.sentence !== index;
  return {
    block: sentence.block,
    start: opens ? sentence.start : tokens[from]!.start,
    end: closes ? sentence.end : tokens[to - 1]!.end,
  };
}
