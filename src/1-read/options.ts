import type { ArticleSource } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Decoded } from './decode-bytes.ts';
import type { DetectLanguage } from './recognise-language.ts';

/** What oped knows of an article beside what it finds in it; `html` is the text where it is markup. */
export const FIELDS = [
  'id',
  'title',
  'author',
  'published',
  'url',
  'issue',
  'section',
  'language',
  'text',
  'html',
] as const;
export type Field = (typeof FIELDS)[number];

/** Our field name to the input's: `{ title: 'headline', text: 'body' }`. */
export type FieldMap = Readonly<Partial<Record<Field, string>>>;

export interface ReadOptions {
  /** Where fields lie in JSON, JSONL and CSV. */
  readonly map?: FieldMap;
  /** Keep articles that are not in English. */
  readonly anyLanguage?: boolean;
  /** The issue of every article read; fixes what pro and con mean. */
  readonly issue?: string | null;
  /** The largest single document, in bytes after unpacking. Default `LIMITS.document`. */
  readonly maxBytes?: number;
  /** The longest line of a JSONL input, in bytes. Default `LIMITS.line`. */
  readonly maxLineBytes?: number;
  /** The most entries of one container. Default `LIMITS.entries`. */
  readonly maxEntries?: number;
  /** Who tells the language of a text that does not sound English. Default: this thread, which then loads 44 MB for it. */
  readonly detect?: DetectLanguage;
  /** Only the pieces that section, address, genre or byline show to be opinion. */
  readonly only?: 'opinion' | null;
}

export const LIMITS = {
  /** Bytes; trafilatura refuses pages above 20 MB, exports of several hundred articles need some more. */
  document: 32 * 2 ** 20,
  line: 16 * 2 ** 20,
  entries: 1_000_000,
  /** Bytes of a ZIP archive that lies in another archive or comes from standard input: its directory is at its end. */
  nested: 256 * 2 ** 20,
  /** Output bytes per input byte, counted after the first `free` bytes (Apache Tika's rule, TIKA-216). */
  ratio: 100,
  free: 2 ** 20,
  /** Elements inside elements; real pages stay under 100. */
  depth: 512,
} as const;

/** A whole single document in memory. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Where an item was found. */
export interface Place {
  readonly path: string;
  /** The id that the input gives, else null. */
  readonly id: string | null;
  /** Path of the item inside its container, null outside of one. */
  readonly archive: string | null;
}

/** One article read, or one that could not be, with the bytes it was made of where they are at hand. */
export type ReadItem =
  | {
      readonly ok: true;
      readonly key: string;
      readonly article: ArticleSource;
      readonly problems: readonly Problem[];
    }
  | {
      readonly ok: false;
      readonly key: string;
      readonly source: Place;
      readonly bytes: Buffer | null;
      readonly problem: Problem;
    };

/** The same item of the same input has the same key in every run. */
export const keyOf = ({ path, archive, id }: Place): string => JSON.stringify([path, archive, id]);

/** What could not be read, as an item. */
export const refusal = (source: Place, problem: Problem, bytes: Buffer | null = null): Refusal => ({
  ok: false,
  key: keyOf(source),
  source,
  bytes,
  problem,
});

/** What is known of a document beside its bytes, when it comes out of a container. */
export interface Envelope {
  /** Path of the item inside its container. */
  readonly archive?: string | null;
  /** Charset of an HTTP or MIME header. */
  readonly charset?: string | null;
  readonly url?: string | null;
  /** How to read it, where its container has cut it out of something and its bytes alone do not tell. */
  readonly cut?: Cut | null;
}

/** A line of JSONL, a row of a table as a JSON object, a message of a mailbox, an entry of a feed in its frame; counted from 1. */
export type Cut =
  | { readonly as: 'line'; readonly number: number }
  | { readonly as: 'row'; readonly number: number; readonly encoding: Decoded['encoding'] }
  | { readonly as: 'message' }
  | { readonly as: 'entry'; readonly number: number };

/** What an input holds: documents still to be read, in a worker that may be killed, and what the container refuses. */
export type Held = RawDocument | HeldRefusal;

export interface HeldRefusal {
  readonly refusal: Refusal;
  /** Counts only where so many documents right before it have come to nothing: a list of which no entry is an article. */
  readonly unless?: number;
}

/**
 * Whether a refusal does not count.
 *
 * @param number of the refusal among what the input holds
 * @param last number of the last document before it that came to an item, -1 where none did
 */
export const isMoot = ({ unless }: HeldRefusal, number: number, last: number): boolean =>
  unless !== undefined && last >= number - unless;

/** A document still to be read. */
export interface RawDocument {
  readonly document: InputFile;
  readonly envelope: Envelope;
}

export type Refusal = Extract<ReadItem, { readonly ok: false }>;

/** Where a document lies, before it is known what it is. */
export const placeOfDocument = ({ document: { path }, envelope: { archive = null, cut } }: RawDocument): Place => {
  const number = cut && 'number' in cut ? `#${cut.number}` : null;
  return { path, id: null, archive: [archive, number].filter((part) => part !== null).join('') || null };
};

/** What could not be read, where documents are expected. */
export const refuse = (source: Place, problem: Problem, bytes: Buffer | null = null): Held => ({
  refusal: refusal(source, problem, bytes),
});
