import type { LayerName, Layers } from './layers.ts';
import type { Span } from './span.ts';

/** One op-ed: its text, which never changes, and the layers found in it so far. */
export type Article<Has extends LayerName = never> = ArticleSource & Readonly<Pick<Layers, Has>>;

/** What a reader makes of a file, a page or an item of an archive, before any analysis. */
export interface ArticleSource {
  /** Hash of the text: the same article has the same id wherever it was found. */
  readonly id: string;
  readonly source: Source;
  /** As the source says it (metadata, headline field); null when only the text itself can tell. */
  readonly title: string | null;
  /** As the source says it, unparsed byline included; empty when only the text itself can tell. */
  readonly authors: readonly Author[];
  /** ISO 8601 date or date-time, never from the clock. */
  readonly published: string | null;
  /** ISO 639-1, as the source says it or as recognised. */
  readonly language: string;
  /** Section, genre or category as the source says it, such as `Opinion`. */
  readonly section: string | null;
  /** Well-formed UTF-16 in which all positions count. */
  readonly text: string;
  /** The blocks as the markup gives them; null for plain text, where they are found. */
  readonly markup: readonly Block[] | null;
  /** The issue as a user or the input gives it; fixes what pro and con mean. */
  readonly givenIssue: string | null;
}

/** Where the article came from, in the form the record keeps. */
export interface Source {
  readonly path: string;
  /** The id that a JSON or JSONL input gives, else null. */
  readonly id: string | null;
  readonly url: string | null;
  /** `text`, `markdown`, `html`, `json`, `warc`, … */
  readonly format: string;
  /** Path of the item inside its container, null outside of one. */
  readonly archive: string | null;
  /** Of the bytes read, as 64 hex digits. */
  readonly sha256: string;
  /** How the bytes became text: the encoding and what decided it (`bom`, `declared`, `utf-8`, `detected`, `replaced`). */
  readonly encoding: { readonly name: string; readonly by: string };
}

export interface Author {
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
}

export type BlockKind = 'title' | 'heading' | 'byline' | 'caption' | 'paragraph' | 'quote' | 'item';

/** A stretch between blank lines or of one element: the unit in which sentences are split. */
export interface Block extends Span {
  readonly kind: BlockKind;
}
