import type { Refusal } from '../1-read/options.ts';
import { RunStopped } from '../article/problem.ts';
import type { RunEntry } from './ledger/entries.ts';
import type { EndedPass, History } from './ledger/history.ts';

/**
 * What a command does to a folder that has been worked on before.
 *
 * - `resume`: goes on with an unfinished run; the default.
 * - `changed`: inputs that are new or changed, and everything when the version or the options have changed.
 * - `since`: inputs modified on or after a date, and new ones.
 * - `retry`: inputs of which something failed; of them only what failed, as it lies in quarantine.
 */
export type Mode = 'resume' | 'changed' | 'since' | 'retry';

/** A file to read, with what tells whether it has changed. */
export interface Input {
  readonly path: string;
  readonly size: number;
  /** Milliseconds of the epoch. */
  readonly modified: number;
  /** Why it cannot be read at all, such as a missing file or a link; else null. */
  readonly refusal: Refusal | null;
  /** Of an input that is no longer there, and is replayed from what is kept of it: its stamp when it was read. */
  readonly gone: string | null;
}

export const stampOf = ({ size, modified, refusal, gone }: Input): string =>
  gone ?? (refusal ? refusal.problem.code : `${size} bytes, ${new Date(modified).toISOString()}`);

/** What is to be done with one input. */
export interface Step {
  readonly input: Input;
  readonly action: 'keep' | 'continue' | 'read';
  /** The pass that is kept or continued; null for a new one. */
  readonly pass: number | null;
  /** An earlier pass whose records are used again where the work is the same. */
  readonly reuse: number | null;
  /** The failures of `reuse` are replayed from quarantine, where they can be; the input is not read. */
  readonly replay: boolean;
  /** Of the pass. */
  readonly fingerprint: string;
}

export interface Asked {
  readonly mode: Mode;
  readonly since: string | null;
  readonly fingerprint: string;
}

/**
 * Whether the command goes on with the folder's unfinished run.
 *
 * @throws RunStopped when it asks for nothing and the folder holds what it must not touch
 */
export function goesOn({ mode, since, fingerprint }: Asked, { run, finished }: History): boolean {
  if (!run) return false;
  const same = run.fingerprint === fingerprint;
  if (mode !== 'resume') return !finished && same && run.mode === mode && run.since === since;
  if (finished) {
    throw new RunStopped(
      'The output folder holds a finished run; --changed redoes what has changed, --retry what failed, --force everything.',
    );
  }
  if (same) return true;
  throw new RunStopped(
    'The unfinished run in the output folder was begun with other options or another version of oped; --changed redoes what they touch, --force everything.',
  );
}

/** What the run does with an input, by what the folder holds of it. */
export function stepOf(input: Input, history: History, run: RunEntry): Step {
  const { ended, begun } = history.inputs.get(input.path) ?? { ended: null, begun: null };
  const stamp = stampOf(input);
  const fingerprint = run.mode === 'retry' && ended ? ended.fingerprint : run.fingerprint;
  const reuse = ended?.fingerprint === fingerprint ? ended.pass : null;
  const replay = run.mode === 'retry' && ended !== null && ended.pass < run.firstPass && ended.stamp === stamp;
  if (begun && begun.pass >= run.firstPass && begun.stamp === stamp) {
    return { input, action: 'continue', pass: begun.pass, reuse, replay, fingerprint };
  }
  if (ended && isKept(ended, input, run)) {
    return { input, action: 'keep', pass: ended.pass, reuse: null, replay: false, fingerprint };
  }
  return { input, action: 'read', pass: null, reuse, replay, fingerprint };
}

function isKept(ended: EndedPass, input: Input, run: RunEntry): boolean {
  const same = ended.stamp === stampOf(input);
  if (ended.pass >= run.firstPass) return same;
  if (run.mode === 'since') return input.modified < Date.parse(run.since ?? '');
  if (run.mode === 'retry') return same && ended.failed === 0;
  return same && ended.fingerprint === run.fingerprint;
}
