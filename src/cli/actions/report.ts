import { join } from 'node:path';
import { report } from '../../../pipelines/report.ts';
import { counted } from '../../5-record/tables/words.ts';
import type { ReportFlags } from '../commands/report.ts';
import { EXIT, failed } from '../exit.ts';
import { interruption } from '../interruption.ts';
import { readingFrom } from '../options.ts';

/** Writes the pages and says on standard error where they begin. */
export async function writePages(inputs: readonly string[], flags: ReportFlags): Promise<void> {
  const { out, force } = flags;
  const summary = await report(inputs, {
    ...{ ...readingFrom(flags), out, signal: interruption() },
    ...(force ? { force } : {}),
  });
  for (const problem of summary.failed) failed(problem);
  if (summary.pages > 0)
    return void process.stderr.write(`${join(out, 'index.html')}: ${counted(summary.pages, 'article')}\n`);
  process.stderr.write('oped: There is no article to show: no page was written.\n');
  process.exitCode ??= EXIT.usage;
}
