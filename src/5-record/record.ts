import type { Author, Block, Source } from '../article/article.ts';
import type {
  Attribution,
  Balance,
  Concession,
  Condition,
  EntityType,
  Expression,
  LayerName,
  Marker,
  Role,
  StanceProfile,
  Verdict,
  Voice,
} from '../article/layers.ts';
import type { Span } from '../article/span.ts';

/**
 * One article as `records.jsonl` keeps it: the truth of which every table, workbook and page is a view.
 *
 * Positions count UTF-16 code units into `text`, half-open. Spans carry no copy of their text.
 * The keys stand in this order; what later versions add, a reader may ignore.
 */
export interface OpedRecord {
  readonly schema: 'oped/1';
  /** Hash of the text. */
  readonly id: string;
  readonly source: Source;
  readonly title: string | null;
  readonly authors: readonly Author[];
  /** ISO 8601 date or date-time as the source says it, never the clock. */
  readonly published: string | null;
  /** ISO 639-1. */
  readonly language: string;
  readonly section: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly RecordSentence[];
  readonly entities: readonly RecordEntity[];
  readonly markers: readonly Marker[];
  readonly attributions: readonly Attribution[];
  readonly issue: RecordIssue;
  readonly verdict: Verdict;
  readonly expressions: readonly Expression[];
  readonly concessions: readonly Concession[];
  readonly conditions: readonly Condition[];
  readonly profile: StanceProfile;
  readonly balance: Balance;
  readonly problems: readonly RecordProblem[];
}

export interface RecordSentence extends Span {
  /** Index in `blocks`. */
  readonly block: number;
  readonly role: Role;
  readonly confidence: number;
  readonly because: readonly string[];
  readonly voice: Voice;
  /** Entity id of whose point it is; null for the author and for holders that are no entity. */
  readonly holder: string | null;
  /** The words that name the holder. */
  readonly holderSpan: Span | null;
  readonly voiceBy: string;
}

export interface RecordEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly mentions: readonly (Span & { readonly by: string })[];
  readonly descriptions: readonly string[];
  readonly salience: number;
}

export interface RecordIssue {
  readonly phrase: string | null;
  /** Where the phrase stands; null when it comes from the title field or from the user. */
  readonly start: number | null;
  readonly end: number | null;
  readonly confidence: number;
  readonly by: string;
  readonly alternatives: readonly { readonly phrase: string; readonly confidence: number }[];
}

export interface RecordProblem {
  readonly stage: string;
  readonly code: string;
  readonly message: string;
}

/** The layers behind each field that is not there from reading on; `tokens` are not kept. */
export interface LayersBehind {
  title: 'front';
  authors: 'front';
  blocks: 'blocks';
  sentences: 'sentences' | 'roles' | 'voices';
  entities: 'entities';
  markers: 'markers';
  attributions: 'attributions';
  issue: 'issue';
  verdict: 'verdict';
  expressions: 'expressions';
  concessions: 'concessions';
  conditions: 'conditions';
  profile: 'profile';
  balance: 'balance';
}

/** All layers that a whole record needs. */
export type RecordLayer = LayersBehind[keyof LayersBehind];

type Behind<Has extends LayerName> = {
  [Field in keyof LayersBehind]: [LayersBehind[Field]] extends [Has] ? Field : never;
}[keyof LayersBehind];

/** The record as far as layers `Has` can tell it; a whole one has type `OpedRecord`. */
export type RecordOf<Has extends LayerName> = Pick<
  OpedRecord,
  Exclude<keyof OpedRecord, keyof LayersBehind> | Behind<Has>
>;
