import type { RawDocument } from '../1-read/options.ts';
import type { ItemEntry } from './ledger/entries.ts';
import type { DonePart } from './ledger/history.ts';
import type { Ledger, Result } from './ledger/ledger.ts';
import type { Log } from './options.ts';
import type { Meter } from './progress.ts';
import type { Failure, Original, Quarantine } from './quarantine.ts';
import type { Analysed } from './workers/messages.ts';

/** Which item of the pass, and the hash of its work. */
export type At = Pick<ItemEntry, 'n' | 'm' | 'work'>;

export interface Books {
  readonly ledger: Ledger;
  readonly quarantine: Quarantine;
  readonly meter: Meter;
  readonly log: Log;
}

/** One reading of one input: it enters results in the ledger, and its own end when the last one is in. */
export class Pass {
  readonly number: number;
  /** What was done before this session, counted on. */
  readonly part: DonePart;
  readonly #books: Books;
  #open = 0;
  #isRead = false;

  constructor(number: number, part: DonePart, books: Books) {
    this.number = number;
    this.part = part;
    this.#books = books;
  }

  /** A document has begun. */
  begin(): void {
    this.#open++;
  }

  /** A document has come to its end. */
  async finish(): Promise<void> {
    this.#open--;
    await this.#endIfThrough();
  }

  /** The input has no more documents. */
  async readToEnd(): Promise<void> {
    this.#isRead = true;
    await this.#endIfThrough();
  }

  /** Enters what became of an item of a document. */
  async take(at: At, analysed: Analysed, document: RawDocument): Promise<void> {
    if (!analysed.kept) return this.lost(at, analysed, document);
    const { key, place, id, record, signature } = analysed;
    await this.#enter({ item: { pass: this.number, ...at, key, place }, outcome: { id, record, signature } });
    this.#books.log.debug({ ...place, id }, 'done');
  }

  /** Enters again what an earlier pass has made of an item, or that it failed. */
  async again(at: At, { key, place, made, failed }: ItemEntry): Promise<void> {
    if (failed) this.part.failed++;
    await this.#enter({
      item: { pass: this.number, ...at, key, place },
      outcome: made ? { made } : { failed: failed! },
    });
  }

  async lost(at: At, failure: Failure, original: Original): Promise<void> {
    const { key, place } = failure;
    const failed = await this.#books.quarantine.keep(failure, original);
    this.part.failed++;
    await this.#enter({ item: { pass: this.number, ...at, key, place }, outcome: { failed } });
    this.#books.log.warn({ ...place, stage: failed.stage, code: failed.code }, failed.message);
  }

  /** A document that comes to no item, or whose items are all done. */
  close(n: number): Promise<void> {
    return this.#books.ledger.add({ kind: 'document', pass: this.number, n });
  }

  async #enter(result: Result): Promise<void> {
    this.part.items++;
    this.part.last = Math.max(this.part.last, result.item.n);
    await this.#books.ledger.add(result);
    this.#books.meter.item('failed' in result.outcome);
  }

  async #endIfThrough(): Promise<void> {
    if (!this.#isRead || this.#open > 0) return;
    const { items, failed } = this.part;
    await this.#books.ledger.add({ kind: 'end', pass: this.number, items, failed });
    this.#books.meter.input();
  }
}
