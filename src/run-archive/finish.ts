import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { writeAtomically } from '../6-write/atomic-file.ts';
import type { Ledger } from './ledger/ledger.ts';
import { fingerprintOf, type Settings } from './options.ts';
import { Quarantine } from './quarantine.ts';
import { orderResults } from './results/order-results.ts';
import { Results } from './results/results.ts';
import { partsOf } from './results/write-results.ts';
import type { Workers } from './workers/pool.ts';

export interface Counts {
  readonly records: number;
  readonly failed: number;
  readonly duplicates: number;
}

/** Writes the outputs of the passes, each atomically and `run.json` last; interrupted, it is done again from the start. */
export async function finish(
  settings: Settings,
  ledger: Ledger,
  workers: Workers,
  work: string,
  passes: ReadonlySet<number>,
  gone: readonly string[],
): Promise<Counts> {
  const { out, keepDuplicates } = settings;
  const order = await orderResults(work, passes);
  const { counts, failing } = await countOf(new Results(order, keepDuplicates), keepDuplicates);
  await writeParts(settings, workers, order);
  await new Quarantine(join(out, 'quarantine')).release(failing);
  await writeRunFile(settings, counts, passes.size);
  await ledger.add({ kind: 'finished', gone });
  await ledger.flush();
  await rm(order, { force: true });
  return counts;
}

/** Waits for every part, also after one has failed: nobody may be at work when the run is over. */
async function writeParts(
  { jobs, out: dir, keepDuplicates, outputs }: Settings,
  workers: Workers,
  order: string,
): Promise<void> {
  const queue = new PQueue({ concurrency: jobs });
  const tasks = partsOf(outputs).map((part) =>
    queue.add(() => workers.write({ part, order, keepDuplicates, dir, jobs, outputs })),
  );
  const failed = (await Promise.allSettled(tasks)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function countOf(results: Results, keepDuplicates: boolean) {
  const counts = { records: 0, failed: 0, duplicates: 0 };
  const failing = new Set<string>();
  for await (const { made, failed, duplicate } of results.items()) {
    if (made && (!duplicate || keepDuplicates)) counts.records++;
    if (duplicate) counts.duplicates++;
    if (failed) counts.failed++;
    if (failed) failing.add(failed.quarantine).add(failed.bytes ?? '');
  }
  return { counts, failing };
}

/** The only output that says when, and with what, the others were made. */
function writeRunFile(settings: Settings, counts: Counts, inputs: number): Promise<void> {
  const { out, version, read, analysis, limits, jobs, keepDuplicates, mode, since } = settings;
  const run = {
    oped: version,
    node: process.version,
    finished: new Date().toISOString(),
    fingerprint: fingerprintOf(settings),
    options: { mode, since, jobs, keepDuplicates, limits, read, analysis },
    inputs,
    ...counts,
  };
  const text = `${JSON.stringify(run, null, 2)}\n`;
  return writeAtomically(join(out, 'run.json'), { force: true }, (file) => file.write(text));
}
