import PQueue from 'p-queue';
import { keyOf, type ReadItem, type ReadOptions } from '../1-read/options.ts';
import { type Held, openInput } from '../1-read/read-input.ts';
import type { ItemEntry } from './ledger/entries.ts';
import { type DonePart, nothingDone } from './ledger/history.ts';
import { type Books, Pass } from './pass.ts';
import { type Input, type Step, stampOf } from './plan.ts';
import { placeOf, type RawDocument, workHash } from './work.ts';
import type { Workers } from './workers/pool.ts';

/** How many documents are read ahead of each worker: enough that none waits, few enough that memory stays flat. */
const AHEAD = 2;

export interface Surroundings extends Books {
  readonly workers: Workers;
  readonly jobs: number;
  readonly read: ReadOptions;
  /** Records that are used again where the work is the same. */
  readonly made: ReadonlyMap<string, ItemEntry>;
  readonly signal: AbortSignal;
  /** Told of a fault of ours: the run cannot go on. */
  readonly onFault: (error: unknown) => void;
}

/** Reads inputs one after the other and has their documents analysed side by side, never more at hand than the workers can take. */
export class Reading {
  readonly #around: Surroundings;
  readonly #queue: PQueue;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#queue = new PQueue({ concurrency: around.jobs });
  }

  /** Reads one input as a pass; resolves when it is read, while its last documents may still be at work. */
  async through(step: Step, number: number, part: DonePart = nothingDone()): Promise<void> {
    const { ledger, signal } = this.#around;
    const { input, fingerprint } = step;
    const { path } = input;
    if (step.action === 'read')
      await ledger.add({ kind: 'pass', pass: number, path, stamp: stampOf(input), fingerprint });
    const pass = new Pass(number, part, input, this.#around);
    let n = 0;
    for await (const held of this.#open(input)) {
      await this.#queue.onSizeLessThan(this.#around.jobs * AHEAD);
      if (signal.aborted) return;
      if (!part.numbers.has(String(n))) this.#admit(held, pass, n);
      n++;
    }
    await pass.readToEnd();
  }

  /** Waits for the documents at work; after an abort those that wait are left for the next run. */
  async drain(): Promise<void> {
    if (this.#around.signal.aborted) this.#queue.clear();
    await this.#queue.onIdle();
  }

  async *#open({ path, refusal }: Input): AsyncGenerator<Held> {
    if (refusal) yield { item: refusal };
    else yield* openInput(path, this.#around.read);
  }

  #admit(held: Held, pass: Pass, n: number): void {
    if ('document' in held) this.#enqueue(pass, () => this.#document(held, pass, n));
    else this.#enqueue(pass, () => this.#item(held.item, pass, n, null));
  }

  #enqueue(pass: Pass, work: () => Promise<void>): void {
    pass.begin();
    const task = async () => {
      await work();
      await pass.finish();
    };
    // One that fails has found a fault of ours or a broken disk; both end the run.
    this.#queue.add(task).catch(this.#around.onFault);
  }

  async #document(held: RawDocument, pass: Pass, n: number): Promise<void> {
    const { made, workers } = this.#around;
    const { path, bytes } = held.document;
    const at = { n, m: null, work: workHash(held) };
    const before = made.get(at.work);
    if (before) return pass.again(at, before);
    const done = await workers.run(held);
    if ('problem' in done) {
      const place = { path, archive: held.envelope.archive ?? null, id: null };
      return pass.lost(at, { key: keyOf(place), place, stage: 'analyse', problem: done.problem, bytes });
    }
    const { analysed, items } = done.reply;
    if (analysed) await pass.take(at, analysed, bytes);
    else await this.#several(items, pass, n);
  }

  /** Each item of a document that has several is a task of its own, so that each has its own limits. */
  async #several(items: readonly ReadItem[], pass: Pass, n: number): Promise<void> {
    let left = items.length;
    const closeDocument = async () => {
      left--;
      if (left <= 0) await this.#around.ledger.add({ kind: 'document', pass: pass.number, n });
    };
    if (left === 0) await closeDocument();
    for (const [m, item] of items.entries()) {
      this.#enqueue(pass, async () => {
        if (!pass.part.numbers.has(`${n}.${m}`)) await this.#item(item, pass, n, m);
        await closeDocument();
      });
    }
  }

  async #item(item: ReadItem, pass: Pass, n: number, m: number | null): Promise<void> {
    const { made, workers } = this.#around;
    const place = placeOf(item);
    if (!item.ok) {
      const { key, problem, bytes } = item;
      return pass.lost({ n, m, work: '' }, { key, place, stage: 'read', problem, bytes });
    }
    const at = { n, m, work: workHash(item) };
    const before = made.get(at.work);
    if (before) return pass.again(at, before);
    const done = await workers.run({ article: item });
    const bytes = Buffer.from(item.article.text);
    if ('reply' in done) return pass.take(at, done.reply.analysed!, bytes);
    return pass.lost(at, { key: item.key, place, stage: 'analyse', problem: done.problem, bytes });
  }
}
