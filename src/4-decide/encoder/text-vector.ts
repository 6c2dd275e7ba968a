import type { Runtime } from './runtime.ts';

/** As in train/encoder/vectors.py, which made what the weights know. */
const OPENING = 101;
const CLOSING = 102;
const AT_MOST = 96;
/** Characters at either end beyond which no piece of a cut text can come. */
const REACH = 2000;

/** Pieces of a text between the marks that open and close it; of a text that is too long its first and last halves. */
export function markedPieces(pieces: Runtime['pieces'], text: string): number[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  const short = plain.length <= 2 * REACH ? plain : `${plain.slice(0, REACH)} ${plain.slice(-REACH)}`;
  const ids = pieces(short);
  const half = AT_MOST / 2;
  const kept = ids.length <= AT_MOST ? ids : [...ids.slice(0, half), ...ids.slice(-half)];
  return [OPENING, ...kept, CLOSING];
}

/** Vector of a text; the same text gives the same, whatever stands around it. */
export const textVector = ({ pieces, vectorOf }: Runtime, text: string): Promise<Float32Array> =>
  vectorOf(markedPieces(pieces, text));
