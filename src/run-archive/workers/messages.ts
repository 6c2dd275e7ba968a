import type { MessagePort } from 'node:worker_threads';
import type { Place, RawDocument, ReadItem } from '../../1-read/options.ts';
import type { Problem } from '../../article/problem.ts';
import type { ReadArticle } from '../work.ts';

/** What a worker is set up with. */
export interface WorkerData {
  /** Address of the module whose default export makes the pipeline of `analysis`. */
  readonly pipeline: string;
  readonly analysis: unknown;
  /** `ReadOptions`. */
  readonly read: unknown;
  /** The longest article, in UTF-16 code units. */
  readonly characters: number;
  /** Megabytes of heap in use after which the worker is replaced. */
  readonly recycleAt: number;
}

/** One document to read, and to analyse if it is one article; or one article to analyse; `wake` loads the models and brings the port to ask for languages. */
export type Task = { readonly wake: MessagePort } | RawDocument | { readonly article: ReadArticle };

/** What becomes of one item. */
export type Analysed =
  | {
      readonly kept: true;
      readonly key: string;
      readonly place: Place;
      readonly id: string;
      /** The record's line in UTF-8, `\n` included. */
      readonly record: Uint8Array;
      readonly signature: Uint8Array;
    }
  | {
      readonly kept: false;
      readonly key: string;
      readonly place: Place;
      readonly stage: string;
      readonly problem: Problem;
    };

export interface Reply {
  /** The document's only item, analysed; null when it has several. */
  readonly analysed: Analysed | null;
  /** The items of a document that has several: each is a task of its own. */
  readonly items: readonly ReadItem[];
  /** The worker holds so much that it had better be replaced. */
  readonly worn: boolean;
}
