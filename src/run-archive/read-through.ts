import PQueue from 'p-queue';
import {
  type Held,
  isMoot,
  keyOf,
  placeOfDocument,
  type RawDocument,
  type ReadItem,
  type ReadOptions,
  type Refusal,
} from '../1-read/options.ts';
import { openInput } from '../1-read/read-input.ts';
import type { ItemEntry } from './ledger/entries.ts';
import { type DonePart, nothingDone } from './ledger/history.ts';
import { type Books, Pass } from './pass.ts';
import { type Input, type Step, stampOf } from './plan.ts';
import type { Original } from './quarantine.ts';
import { isAllHeld, replayed } from './replay.ts';
import { placeOf, workHash } from './work.ts';
import type { Workers } from './workers/pool.ts';

/** How many documents are read ahead of each worker: enough that none waits, few enough that memory stays flat. */
const AHEAD = 2;

export interface Surroundings extends Books {
  readonly workers: Workers;
  readonly jobs: number;
  readonly read: ReadOptions;
  /** Records that are used again where the work is the same. */
  readonly made: ReadonlyMap<string, ItemEntry>;
  /** Items of the passes whose failures are replayed. */
  readonly replayed: ReadonlyMap<number, readonly ItemEntry[]>;
  readonly signal: AbortSignal;
  /** Told of a fault of ours: the run cannot go on. */
  readonly onFault: (error: unknown) => void;
}

/** A document of an input, or what an earlier pass has made of it. */
type Found = Held | { readonly items: readonly ItemEntry[] };

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
    const { ledger, signal, jobs } = this.#around;
    const { input, fingerprint } = step;
    const { path } = input;
    if (step.action === 'read')
      await ledger.add({ kind: 'pass', pass: number, path, stamp: stampOf(input), fingerprint });
    const pass = new Pass(number, part, this.#around);
    for await (const { n, found } of this.#documents(step, part)) {
      // Whether it counts shows when the documents before it are done, and none after it.
      const isAlone = 'refusal' in found && found.unless !== undefined;
      await (isAlone ? this.#queue.onIdle() : this.#queue.onSizeLessThan(jobs * AHEAD));
      if (signal.aborted) return;
      if (!part.numbers.has(String(n))) this.#admit(found, pass, n);
      if (isAlone) await this.#queue.onIdle();
    }
    await pass.readToEnd();
  }

  /** Waits for the documents at work; after an abort those that wait are left for the next run. */
  async drain(): Promise<void> {
    if (this.#around.signal.aborted) this.#queue.clear();
    await this.#queue.onIdle();
  }

  /** The documents by their number: out of quarantine for what failed before, else out of the input. */
  async *#documents({ input, reuse, replay }: Step, part: DonePart): AsyncGenerator<{ n: number; found: Found }> {
    const { quarantine, replayed: passes } = this.#around;
    const items = (replay && reuse !== null && passes.get(reuse)) || null;
    if (items && (input.gone !== null || (await isAllHeld(items, quarantine)))) {
      yield* this.#replay(items, input, part);
      return;
    }
    let n = 0;
    for await (const found of this.#open(input, () => part.numbers.has(String(n)))) yield { n: n++, found };
  }

  /** The bytes of the input are spread over what it held. */
  async *#replay(
    items: readonly ItemEntry[],
    { size }: Input,
    part: DonePart,
  ): AsyncGenerator<{ n: number; found: Found }> {
    let left = size;
    for await (const { n, share, ...found } of replayed(items, this.#around.quarantine)) {
      const bytes = Math.min(left, Math.ceil(share * size));
      left -= bytes;
      this.#around.meter.read(bytes, 'items' in found || part.numbers.has(String(n)));
      yield { n, found: 'held' in found ? found.held : found };
    }
  }

  /** @param isSpared whether the document that is being read was done before */
  async *#open({ path, size, refusal }: Input, isSpared: () => boolean): AsyncGenerator<Held> {
    const { read, meter } = this.#around;
    if (refusal) return yield { refusal };
    let left = size;
    yield* openInput(path, read, (bytes) => {
      const counted = Math.min(bytes, left);
      left -= counted;
      meter.read(counted, isSpared());
    });
    meter.read(left, isSpared());
  }

  #admit(found: Found, pass: Pass, n: number): void {
    this.#enqueue(pass, async () => {
      if ('items' in found) await this.#again(found.items, pass, n);
      else if ('refusal' in found && isMoot(found, n, pass.part.last)) await pass.close(n);
      else if ('refusal' in found) await this.#refused(found.refusal, pass, { n, m: null }, found.refusal.bytes);
      else await this.#document(found, pass, n);
    });
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
    const at = { n, m: null, work: workHash(held) };
    const before = made.get(at.work);
    if (before) return pass.again(at, before);
    const done = await workers.run(held);
    if ('problem' in done) {
      const place = placeOfDocument(held);
      return pass.lost(at, { key: keyOf(place), place, stage: 'analyse', problem: done.problem }, held);
    }
    const { analysed, items } = done.reply;
    if (analysed) await pass.take(at, analysed, held);
    else await this.#several(items, held, pass, n);
  }

  /** Each item of a document that has several is a task of its own, so that each has its own limits. */
  async #several(items: readonly ReadItem[], held: RawDocument, pass: Pass, n: number): Promise<void> {
    let left = items.length;
    const closeDocument = async () => {
      left--;
      if (left <= 0) await pass.close(n);
    };
    if (left === 0) await closeDocument();
    for (const [m, item] of items.entries()) {
      this.#enqueue(pass, async () => {
        if (!pass.part.numbers.has(`${n}.${m}`)) await this.#item(item, held, pass, { n, m });
        await closeDocument();
      });
    }
  }

  async #item(item: ReadItem, held: RawDocument, pass: Pass, number: { n: number; m: number }): Promise<void> {
    const { made, workers } = this.#around;
    if (!item.ok) return this.#refused(item, pass, number, held);
    const at = { ...number, work: workHash(item) };
    const before = made.get(at.work);
    if (before) return pass.again(at, before);
    const done = await workers.run({ article: item });
    if ('reply' in done) return pass.take(at, done.reply.analysed!, held);
    const place = placeOf(item);
    return pass.lost(at, { key: item.key, place, stage: 'analyse', problem: done.problem }, held);
  }

  #refused(
    { key, source: place, problem }: Refusal,
    pass: Pass,
    number: { n: number; m: number | null },
    original: Original,
  ): Promise<void> {
    return pass.lost({ ...number, work: '' }, { key, place, stage: 'read', problem }, original);
  }

  /** Enters a document as an earlier pass has left it. */
  async #again(items: readonly ItemEntry[], pass: Pass, n: number): Promise<void> {
    for (const item of items) {
      const { m, work } = item;
      if (m === null || !pass.part.numbers.has(`${n}.${m}`)) await pass.again({ n, m, work }, item);
    }
    if (items[0]?.m !== null) await pass.close(n);
  }
}
