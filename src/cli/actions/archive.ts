import { join } from 'node:path';
import { pino } from 'pino';
import { readRecords } from '../../6-write/jsonl.ts';
import { summaryView } from '../../6-write/view/summary.ts';
import type { ArchiveOptions } from '../../run-archive/options.ts';
import { runArchive } from '../../run-archive/run-archive.ts';
import type { ArchiveFlags } from '../commands/archive.ts';
import { EXIT } from '../exit.ts';
import { interruption } from '../interruption.ts';
import { progressTo } from '../progress.ts';
import { version } from '../version.ts';

/** Runs the archive, shows how far it is, and ends with what came of it. */
export async function runArchiveCommand(inputs: readonly string[], flags: ArchiveFlags): Promise<void> {
  const progress = progressTo(process.stderr, flags.quiet ? 'none' : flags.progress);
  const summary = await runArchive(inputs, {
    ...optionsFrom(flags),
    signal: interruption(),
    onProgress: progress.show,
  }).finally(progress.end);
  if (summary.interrupted) {
    process.stderr.write(`oped: interrupted after ${summary.done} documents; the same command goes on from here.\n`);
    process.exitCode = EXIT.interrupted;
    return;
  }
  if (!flags.quiet)
    process.stdout.write(
      await summaryView(() => readRecords(join(flags.out, 'records.jsonl')), summary, writtenBy(flags)),
    );
  if (summary.failed > 0) {
    process.stderr.write(
      `oped: ${summary.failed} of the documents failed; see ${join(flags.out, 'problems.jsonl')}.\n`,
    );
    process.exitCode = EXIT.someFailed;
  }
}

const writtenBy = ({ out, csv, xlsx }: ArchiveFlags): string =>
  `${out}: ${['records.jsonl', ...(csv ? ['the tables as CSV'] : []), ...(xlsx ? ['records.xlsx'] : []), 'problems.jsonl'].join(', ')}`;

function optionsFrom(flags: ArchiveFlags): ArchiveOptions {
  const { out, force, jobs, ignore, keepDuplicates, since, dialect, bom, csv, xlsx } = flags;
  const { seconds, megabytes, characters } = flags;
  return {
    ...{ out, version, force, jobs, ignore, keepDuplicates, since, mode: modeOf(flags) },
    read: { map: flags.map, issue: flags.issue, anyLanguage: flags.anyLanguage, only: flags.only },
    analysis: { abbreviations: flags.abbreviations, engine: flags.engine },
    limits: given({ seconds, megabytes, characters }),
    outputs: { csv, xlsx, dialect, bom },
    ...(flags.verbose ? { log: pino({ level: 'debug', base: null }, pino.destination(2)) } : {}),
  };
}

const modeOf = ({ changed, since, retry }: ArchiveFlags): ArchiveOptions['mode'] =>
  changed ? 'changed' : since ? 'since' : retry ? 'retry' : 'resume';

/** Without what was not given, so that defaults stand. */
const given = (limits: Record<string, number | undefined>) =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) as Record<string, number>;
