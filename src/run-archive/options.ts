import { availableParallelism } from 'node:os';
import { sha256 } from '../article/sha256.ts';
import type { Mode } from './plan.ts';
import type { Progress } from './progress.ts';
import type { OutputOptions } from './results/write-results.ts';
import { moduleBeside } from './workers/module-beside.ts';
import { Pool, type PoolOptions, type Workers } from './workers/pool.ts';

/** How an archive is read, analysed and written down. */
export interface ArchiveOptions {
  /** The output folder; made when it is not there. */
  readonly out: string;
  /** Of oped; a record of another version is out of date. */
  readonly version: string;
  /** Begin anew and replace whatever is in the way. Default false. */
  readonly force?: boolean | undefined;
  /** What to do where there has been a run before. Default `resume`. */
  readonly mode?: Mode | undefined;
  /** ISO date for `since`. */
  readonly since?: string | undefined;
  /** Workers. Default: one a core. */
  readonly jobs?: number | undefined;
  /** Keep articles that are near-duplicates of another; they are linked all the same. Default false. */
  readonly keepDuplicates?: boolean | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Globs of files and folders to leave out. */
  readonly ignore?: readonly string[] | undefined;
  /** For the readers: field map, issue, language, `only`; see `ReadOptions`. */
  readonly read?: Readonly<Record<string, unknown>> | undefined;
  /** For the pipeline; see `pipelines/archive.ts`. */
  readonly analysis?: Readonly<Record<string, unknown>> | undefined;
  /** Address of a module whose default export makes the pipeline. Default `pipelines/archive`. */
  readonly pipeline?: string | undefined;
  /** Flags of Node's for the worker threads: run from the sources, they need a loader that reads TypeScript. */
  readonly execArgv?: readonly string[] | undefined;
  /** Makes the workers. Default: threads, by Piscina. */
  readonly startWorkers?: ((options: PoolOptions) => Workers) | undefined;
  readonly outputs?: OutputOptions | undefined;
  /** Ends the run after the documents at work; it can be resumed. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly log?: Log | undefined;
}

/** What one document may cost. What goes beyond is lost with its document, which is reported. */
export interface Limits {
  /** Seconds of reading and analysis. */
  readonly seconds: number;
  /** Megabytes of heap of a worker. */
  readonly megabytes: number;
  /** UTF-16 code units of one article. */
  readonly characters: number;
  /** Megabytes of heap in use after which a worker is replaced before its next document: wink's cache only grows. */
  readonly recycleAt: number;
  /** Documents after which a worker is replaced. */
  readonly recycleAfter: number;
}

/** A long op-ed takes a tenth of a second and 5 MB, a book of a million characters some seconds and 500 MB. */
export const LIMITS: Limits = {
  seconds: 30,
  megabytes: 1024,
  characters: 1_000_000,
  recycleAt: 88,
  recycleAfter: 600,
};

/** As much of a pino logger as is used. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {} };

export type Settings = ReturnType<typeof settingsOf>;

/** The options with their defaults. */
export const settingsOf = (options: ArchiveOptions) => ({
  ...options,
  force: options.force ?? false,
  mode: options.mode ?? ('resume' as const),
  since: options.since ?? null,
  jobs: options.jobs ?? availableParallelism(),
  keepDuplicates: options.keepDuplicates ?? false,
  limits: { ...LIMITS, ...options.limits },
  read: options.read ?? {},
  analysis: options.analysis ?? {},
  pipeline: options.pipeline ?? moduleBeside('../../pipelines/archive', import.meta.url),
  startWorkers: options.startWorkers ?? ((pool: PoolOptions) => new Pool(pool)),
  execArgv: options.execArgv ?? [],
  outputs: options.outputs ?? {},
  onProgress: options.onProgress ?? (() => {}),
  log: options.log ?? SILENT,
});

/** Of all that shapes a record: what was made under another fingerprint is out of date. Limits and jobs shape none. */
export function fingerprintOf({ version, read, analysis, pipeline }: Settings): string {
  const name = pipeline.split('/').at(-1);
  return sha256(JSON.stringify([version, name, sortedKeys(read), sortedKeys(analysis)])).slice(0, 16);
}

const sortedKeys = (options: Readonly<Record<string, unknown>>): unknown[] =>
  Object.entries(options)
    .filter(([key, value]) => value !== undefined && !key.startsWith('max'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
