import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type Problem, RunStopped } from '../../article/problem.ts';
import type { WriteTask } from '../results/write-results.ts';
import { answerQuestions } from './languages.ts';
import type { Reply, Task, WorkerData } from './messages.ts';
import { moduleBeside } from './module-beside.ts';

export interface PoolOptions {
  readonly jobs: number;
  readonly data: WorkerData;
  /** Flags of Node's for the threads. */
  readonly execArgv: readonly string[];
  /** Seconds that one document may take. */
  readonly seconds: number;
  /** Megabytes of heap that a worker may have, before it is killed. */
  readonly megabytes: number;
  /** Documents after which a worker is replaced. */
  readonly recycleAfter: number;
}

/** A task done, or the reason why it costs its document. */
export type Done = { readonly reply: Reply } | { readonly problem: Problem };

/** Megabytes for what has just been made: 16 is collected 1.6 times as often, 64 takes 75 MB more for two workers (docs/archives.md). */
const YOUNG = 32;

/**
 * Bytecode that V8 compiles into one function with those it calls; its own choice is 920. Less compiles faster, runs as
 * fast, and is thrown away less often: code that holds a function made anew for each article lives no longer than it.
 */
const INLINED = 300;

/**
 * Where every core has a worker, V8's own threads, which compile and collect beside them, only take their time, and cost
 * more than the same done by the worker itself. Flags are the process's, as V8's all are.
 */
const ALONE = ['--no-concurrent-recompilation', '--no-parallel-scavenge'];

/** Who analyses documents. */
export interface Workers {
  /** At most `jobs` tasks at a time. Never throws for what a document does to its worker. */
  run(task: Task): Promise<Done>;
  /** Writes a part of the outputs. @throws RunStopped when the disk refuses */
  write(task: WriteTask): Promise<void>;
  close(): Promise<void>;
}

/**
 * Workers, each in a Piscina of its own: so it is certain which document a
 * worker died of, and a worker whose caches have grown can be replaced alone.
 */
export class Pool implements Workers {
  readonly #options: PoolOptions;
  readonly #idle: Slot[];

  constructor(options: PoolOptions) {
    this.#options = options;
    setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`);
    for (const flag of options.jobs < availableParallelism() ? [] : ALONE) setFlagsFromString(flag);
    this.#idle = Array.from({ length: options.jobs }, () => new Slot(options));
  }

  async run(task: Task): Promise<Done> {
    const slot = this.#idle.pop();
    if (!slot) throw new Error(`more than ${this.#options.jobs} tasks at once`);
    try {
      return await slot.run(task);
    } finally {
      this.#idle.push(slot);
    }
  }

  async write(task: WriteTask): Promise<void> {
    const { execArgv } = this.#options;
    const filename = moduleBeside('./writer', import.meta.url);
    const writer = new Piscina<WriteTask, { stopped: string | null }>({
      filename,
      execArgv: [...execArgv],
      maxThreads: 1,
    });
    const { stopped } = await writer.run(task).finally(() => writer.destroy());
    if (stopped !== null) throw new RunStopped(stopped);
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.map((slot) => slot.stop()));
  }
}

class Slot {
  readonly #options: PoolOptions;
  #piscina: Piscina<Task, Reply> | null = null;
  #documents = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async run(task: Task): Promise<Done> {
    const fresh = this.#documents === 0;
    const done = await this.#try(task);
    // Whose memory it was that ran out, only a fresh worker tells.
    const mayBeInnocent = 'problem' in done && done.problem.code !== 'document-too-slow' && !fresh;
    return mayBeInnocent ? this.#try(task) : done;
  }

  async stop(): Promise<void> {
    const piscina = this.#piscina;
    this.#piscina = null;
    this.#documents = 0;
    await piscina?.destroy();
  }

  async #try(task: Task): Promise<Done> {
    const piscina = await this.#awake();
    const { seconds, recycleAfter } = this.#options;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), seconds * 1000);
    try {
      const reply = await piscina.run(task, { signal: limit.signal });
      this.#documents++;
      if (reply.worn || this.#documents >= recycleAfter) await this.stop();
      return { reply };
    } catch (error) {
      await this.stop();
      return { problem: problemOf(error as Error, limit.signal.aborted, this.#options) };
    } finally {
      clearTimeout(timer);
    }
  }

  /** A worker that has loaded its models: the time for that is no document's. */
  async #awake(): Promise<Piscina<Task, Reply>> {
    if (this.#piscina) return this.#piscina;
    const { data, megabytes, execArgv } = this.#options;
    const piscina: Piscina<Task, Reply> = new Piscina({
      filename: moduleBeside('./worker', import.meta.url),
      execArgv: [...execArgv],
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG },
    });
    // A worker that dies between two documents is noticed by the next one.
    piscina.on('error', () => {});
    const { port1, port2 } = new MessageChannel();
    answerQuestions(port1);
    await piscina.run({ wake: port2 }, { transferList: [port2] });
    this.#piscina = piscina;
    return piscina;
  }
}

function problemOf(error: Error & { code?: string }, late: boolean, { seconds, megabytes }: PoolOptions): Problem {
  if (late) return { code: 'document-too-slow', limit: seconds };
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { code: 'document-too-heavy', limit: megabytes };
  return { code: 'worker-died', detail: error.message.replace(/\s+/g, ' ').slice(0, 200) };
}
