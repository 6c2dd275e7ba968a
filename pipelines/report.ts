import type { ProblemLine } from '../src/5-record/problem-line.ts';
import { writeReport } from '../src/7-report/write-report.ts';
import { type GatherOptions, withRecords } from './gather.ts';

export interface ReportPagesOptions extends GatherOptions {
  readonly out: string;
  readonly force?: boolean;
}

/** Use: pages for an editor, which open from disk. */
export const report = (
  inputs: readonly string[],
  { out, force = false, ...reading }: ReportPagesOptions,
): Promise<{ readonly pages: number; readonly failed: readonly ProblemLine[] }> =>
  withRecords(inputs, reading, async ({ records, failed }) => ({
    pages: await writeReport(records, { dir: out, force }),
    failed,
  }));
