import type { Runtime } from './runtime.ts';

/** As in train/encoder/encoder.py, which made what the weights know. */
const OPENING = 101;
const CLOSING = 102;
/** Pieces at most of a window in all, of the issue in it, of one sentence. */
const MOST = { window: 128, issue: 16, sentence: 96 };
/** Characters at either end beyond which no piece of a cut text can come. */
const REACH = 2000;

/** The issue and, behind it, as many whole sentences as fit: what the encoder reads in one go. */
export interface Window {
  readonly ids: number[];
  /** Where the issue's part ends. */
  readonly second: number;
  /** Where the pieces of each sentence stand. */
  readonly spans: (readonly [start: number, end: number])[];
}

/** All texts in order, each whole in one window, behind the issue (empty where there is none). */
export function windowsOf(pieces: Runtime['pieces'], issue: string, texts: readonly string[]): Window[] {
  const head = [OPENING, ...cutPieces(pieces, issue, MOST.issue), CLOSING];
  const windows: Window[] = [];
  for (const text of texts) {
    const ids = cutPieces(pieces, text, MOST.sentence);
    if (ids.length === 0) ids.push(CLOSING);
    let last = windows.at(-1);
    if (!last || last.ids.length + ids.length + 1 > MOST.window) {
      last = { ids: [...head], second: head.length, spans: [] };
      windows.push(last);
    }
    last.spans.push([last.ids.length, last.ids.length + ids.length]);
    last.ids.push(...ids);
  }
  for (const { ids } of windows) ids.push(CLOSING);
  return windows;
}

/** Pieces of a text; of one that is too long its first and last halves. */
function cutPieces(pieces: Runtime['pieces'], text: string, most: number): number[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  const ids = pieces(plain.length <= 2 * REACH ? plain : `${plain.slice(0, REACH)} ${plain.slice(-REACH)}`);
  return ids.length <= most ? [...ids] : [...ids.slice(0, most / 2), ...ids.slice(-most / 2)];
}
