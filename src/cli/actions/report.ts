import { join } from 'node:path';
import { report } from '../../../pipelines/report.ts';
import type { ReportFlags } from '../commands/report.ts';
import { failed } from '../exit.ts';
import { readingFrom } from '../options.ts';

/** Writes the pages and says on standard error where they begin. */
export async function writePages(inputs: readonly string[], flags: ReportFlags): Promise<void> {
  const { out, force } = flags;
  const summary = await report(inputs, { ...readingFrom(flags), out, ...(force ? { force } : {}) });
  for (const problem of summary.failed) failed(problem);
  process.stderr.write(`${join(out, 'index.html')}: ${summary.pages} articles\n`);
}
