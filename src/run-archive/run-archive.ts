import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfTheSystem, RunStopped } from '../article/problem.ts';
import { finish } from './finish.ts';
import type { RunEntry } from './ledger/entries.ts';
import { type Done, type History, readDone, readHistory } from './ledger/history.ts';
import { forget, Ledger } from './ledger/ledger.ts';
import { lock } from './lock.ts';
import { type ArchiveOptions, fingerprintOf, type Settings, settingsOf } from './options.ts';
import { goesOn, type Input, type Step, stepOf } from './plan.ts';
import { Meter } from './progress.ts';
import { Quarantine } from './quarantine.ts';
import { Reading } from './read-through.ts';
import { OUTPUTS } from './results/write-results.ts';
import { sweep } from './sweep.ts';
import { takeInputs } from './take-inputs.ts';
import type { Workers } from './workers/pool.ts';

/** What a run comes to. */
export interface Summary {
  /** Records in `records.jsonl`. */
  readonly records: number;
  readonly failed: number;
  /** Near-duplicates found, left out or not. */
  readonly duplicates: number;
  /** Items done in this session; the others were done before. */
  readonly done: number;
  /** True when `signal` ended the run: there are no outputs yet, and the same command goes on. */
  readonly interrupted: boolean;
}

/**
 * Reads an archive into the output folder. What is done is never lost: after a
 * crash, a full disk or an abort the same call goes on, and its outputs are
 * byte for byte those of a run that was never disturbed.
 *
 * @param paths files, folders and globs
 * @throws RunStopped when the folder must not be touched, or the disk refuses
 */
export async function runArchive(paths: readonly string[], options: ArchiveOptions): Promise<Summary> {
  try {
    return await runAlone(paths, settingsOf(options));
  } catch (error) {
    throw isOfTheSystem(error) ? stoppedBy(error) : error;
  }
}

const stoppedBy = (error: Error): RunStopped =>
  new RunStopped(`The disk refused: ${error.message}. Nothing that is done is lost: the same command goes on.`, {
    cause: error,
  });

async function runAlone(paths: readonly string[], settings: Settings): Promise<Summary> {
  const work = workFolder(settings.out);
  const unlock = await lock(work);
  try {
    await sweep([settings.out, join(settings.out, 'quarantine')]);
    if (settings.force) await forget(work, ['lock']);
    return await runLocked(paths, settings, work);
  } finally {
    await unlock();
  }
}

/** Where a run keeps its ledger and its results until they are written down. */
const workFolder = (out: string): string => join(out, '.oped');

async function runLocked(paths: readonly string[], settings: Settings, work: string): Promise<Summary> {
  const history = await readHistory(work);
  if (!history.run && !settings.force) await refuseForeign(settings.out);
  const fingerprint = fingerprintOf(settings);
  const goOn = goesOn({ mode: settings.mode, since: settings.since, fingerprint }, history);
  const run = goOn ? history.run! : newRun(settings, history, fingerprint);
  const inputs = await takeInputs(paths, settings.ignore ?? [], run.mode === 'retry' ? history : null);
  const steps = inputs.map((input) => stepOf(input, history, run));
  const ledger = await Ledger.open(work);
  try {
    if (!goOn) await ledger.add(run);
    const named = new Set(inputs.map(({ path }) => path));
    const gone = [...history.inputs.keys()].filter((path) => !named.has(path));
    const session = new Session(settings, ledger, steps, work, gone);
    return await session.run(history.nextPass);
  } finally {
    await ledger.close();
  }
}

const newRun = ({ version, mode, since }: Settings, { nextPass }: History, fingerprint: string): RunEntry => ({
  kind: 'run',
  ...{ fingerprint, version, mode, since, firstPass: nextPass },
});

/** @throws RunStopped when the folder holds files with the names of outputs that no run of ours has written */
async function refuseForeign(out: string): Promise<void> {
  for (const name of OUTPUTS) {
    const isThere = await stat(join(out, name)).then(
      () => true,
      () => false,
    );
    if (isThere) throw new RunStopped(`${join(out, name)} exists already; --force replaces it.`);
  }
}

/** One command's share of a run. */
class Session {
  readonly #settings: Settings;
  readonly #ledger: Ledger;
  readonly #steps: readonly Step[];
  readonly #work: string;
  readonly #gone: readonly string[];
  readonly #meter: Meter;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #fault: unknown = null;

  constructor(settings: Settings, ledger: Ledger, steps: readonly Step[], work: string, gone: readonly string[]) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#steps = steps;
    this.#work = work;
    this.#gone = gone;
    this.#meter = new Meter(
      steps.map(({ input }) => input.size),
      settings.onProgress,
    );
    const { signal } = settings;
    this.#signal = signal ? AbortSignal.any([signal, this.#stop.signal]) : this.#stop.signal;
    ledger.onBroken = (error) => this.#stopFor(error);
  }

  async run(nextPass: number): Promise<Summary> {
    const workers = this.#startWorkers();
    try {
      return await this.#runWith(workers, nextPass);
    } finally {
      await workers.close();
    }
  }

  async #runWith(workers: Workers, nextPass: number): Promise<Summary> {
    const done = await doneBefore(this.#work, this.#steps);
    const passes = await this.#readAll(workers, done, nextPass);
    if (this.#fault) throw this.#fault;
    await this.#ledger.flush();
    const { done: count } = this.#meter.now();
    if (this.#signal.aborted) return { records: 0, failed: 0, duplicates: 0, done: count, interrupted: true };
    this.#meter.phase('write');
    const counts = await finish(this.#settings, this.#ledger, workers, this.#work, passes, this.#gone);
    return { ...counts, done: count, interrupted: false };
  }

  #startWorkers(): Workers {
    const { jobs, limits, read, analysis, pipeline, execArgv, startWorkers } = this.#settings;
    const data = { pipeline, analysis, read, characters: limits.characters, recycleAt: limits.recycleAt };
    return startWorkers({ jobs, data, execArgv, ...limits });
  }

  /** @returns the passes that make up the result */
  async #readAll(workers: Workers, done: Done, nextPass: number): Promise<Set<number>> {
    const { jobs, read, out, log } = this.#settings;
    const reading = new Reading({
      ...{ ledger: this.#ledger, workers, jobs, read, ...done, meter: this.#meter, log },
      quarantine: new Quarantine(join(out, 'quarantine')),
      signal: this.#signal,
      onFault: (error) => this.#stopFor(error),
    });
    const passes = await this.#readEach(reading, done, nextPass);
    // They are done, and their memory is wanted for writing.
    await workers.close();
    return passes;
  }

  async #readEach(reading: Reading, done: Done, nextPass: number): Promise<Set<number>> {
    const passes = new Set<number>();
    let next = nextPass;
    for (const step of this.#steps) {
      if (this.#signal.aborted) break;
      const pass = step.pass ?? next++;
      passes.add(pass);
      if (step.action === 'keep') this.#spare(step.input);
      else await reading.through(step, pass, done.passes.get(pass));
    }
    await reading.drain();
    return passes;
  }

  #spare({ size }: Input): void {
    this.#meter.read(size, true);
    this.#meter.input();
  }

  #stopFor(error: unknown): void {
    this.#fault ??= error;
    this.#stop.abort();
  }
}

function doneBefore(work: string, steps: readonly Step[]): Promise<Done> {
  const continued = steps.filter(({ action }) => action === 'continue').map(({ pass }) => pass!);
  const redone = steps.filter(({ action, reuse }) => action !== 'keep' && reuse !== null).map(({ reuse }) => reuse!);
  const replayed = steps.filter(({ replay }) => replay).map(({ reuse }) => reuse!);
  return readDone(work, new Set(continued), new Set(redone), new Set(replayed));
}
