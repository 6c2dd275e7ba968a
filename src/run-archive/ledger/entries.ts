import type { Place } from '../../1-read/options.ts';
import { sha256 } from '../../article/sha256.ts';

/**
 * A line of the ledger. A run is a `run` line; each reading of an input is a
 * `pass` line, an `item` line for each item and an `end` line; `finished` says
 * that the outputs hold what the lines above say. The items of a document that
 * has several are followed by a `document` line.
 */
export type Entry = RunEntry | PassEntry | ItemEntry | DocumentEntry | EndEntry | FinishedEntry;

export interface RunEntry {
  readonly kind: 'run';
  /** Of the version and of the options that shape a record. */
  readonly fingerprint: string;
  readonly version: string;
  /** What the run redoes: see `Mode`. */
  readonly mode: string;
  /** ISO date of `since`, else null. */
  readonly since: string | null;
  /** The first pass of this run; passes before it are of earlier runs. */
  readonly firstPass: number;
}

export interface PassEntry {
  readonly kind: 'pass';
  /** Counts up through the whole ledger. */
  readonly pass: number;
  readonly path: string;
  readonly stamp: string;
  /** Of the oldest records that the pass holds. */
  readonly fingerprint: string;
}

export interface ItemEntry {
  readonly kind: 'item';
  readonly pass: number;
  /** Which document of the input, counted from 0 in the order of reading. */
  readonly n: number;
  /** Which item of the document, counted from 0; null when it is the only one. */
  readonly m: number | null;
  readonly key: string;
  readonly place: Place;
  /** Hash of what the pipeline was given: the same work has the same result. */
  readonly work: string;
  readonly made: Made | null;
  readonly failed: Failed | null;
}

/** A record made: where it lies in the segments. */
export interface Made {
  /** The record's id. */
  readonly id: string;
  readonly segment: number;
  readonly offset: number;
  /** Bytes of the record's line, its `\n` included; the signature follows it. */
  readonly record: number;
  readonly signature: number;
}

export interface Failed {
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  /** Name of what tells of it in `quarantine/`, without ending. */
  readonly quarantine: string;
  /** Name of its bytes there, without ending; null where there are none. */
  readonly bytes: string | null;
}

/** All items of a document are done. */
export interface DocumentEntry {
  readonly kind: 'document';
  readonly pass: number;
  readonly n: number;
}

export interface EndEntry {
  readonly kind: 'end';
  readonly pass: number;
  readonly items: number;
  readonly failed: number;
}

export interface FinishedEntry {
  readonly kind: 'finished';
  /** Paths of inputs read before which are no longer in the outputs. */
  readonly gone: readonly string[];
}

/** An entry as its line, with a checksum over the rest in front: after a power loss a line may be whole but not ours. */
export function lineOf(entry: Entry): string {
  const rest = JSON.stringify(entry).slice(1);
  return `{"check":"${checkOf(rest)}",${rest}\n`;
}

/** The entry of a line without its `\n`; null when the line is torn or damaged. */
export function entryOf(line: string): Entry | null {
  const [, check, rest] = /^\{"check":"([0-9a-f]{8})",(.*)$/s.exec(line) ?? [];
  if (rest === undefined || checkOf(rest) !== check) return null;
  return JSON.parse(`{${rest}`) as Entry;
}

const checkOf = (rest: string): string => sha256(rest).slice(0, 8);
