import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../6-write/atomic-file.ts';
import type { Ledger } from './ledger/ledger.ts';
import { fingerprintOf, type Settings } from './options.ts';
import { release } from './quarantine.ts';
import { orderResults } from './results/order-results.ts';
import { Results } from './results/results.ts';
import { writeResults } from './results/write-results.ts';

export interface Counts {
  readonly records: number;
  readonly failed: number;
  readonly duplicates: number;
}

/** Writes the outputs of the passes, each atomically and `run.json` last; interrupted, it is done again from the start. */
export async function finish(
  settings: Settings,
  ledger: Ledger,
  work: string,
  passes: ReadonlySet<number>,
): Promise<Counts> {
  const { out, keepDuplicates, outputs } = settings;
  const order = await orderResults(work, ledger.segments, passes);
  const results = new Results(order, ledger.segments, keepDuplicates);
  const { counts, failing } = await countOf(results, keepDuplicates);
  await writeResults(results, out, outputs);
  await release(join(out, 'quarantine'), failing);
  await writeRunFile(settings, counts, passes.size);
  await ledger.add({ kind: 'finished' });
  await ledger.flush();
  await rm(order, { force: true });
  return counts;
}

async function countOf(results: Results, keepDuplicates: boolean) {
  const counts = { records: 0, failed: 0, duplicates: 0 };
  const failing = new Set<string>();
  for await (const { made, failed, duplicate } of results.items()) {
    if (made && (!duplicate || keepDuplicates)) counts.records++;
    if (duplicate) counts.duplicates++;
    if (failed) counts.failed++;
    if (failed) failing.add(failed.quarantine);
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
