#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { RunStopped, StageBug } from '../article/problem.ts';
import { archiveCommand } from './commands/archive.ts';
import { articleCommand } from './commands/article.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { reportCommand } from './commands/report.ts';
import { scoreCommand } from './commands/score.ts';
import { spreadsheetCommand } from './commands/spreadsheet.ts';
import { EXIT } from './exit.ts';
import { isInterruption } from './interruption.ts';
import { version } from './version.ts';

const program = new Command('oped')
  .description('Reads op-eds and keeps the argument: names, stance, pro and con, who said what, and the verdict.')
  .version(version)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    '\nExit codes: 0 all good, 1 nothing done, 2 some documents failed, 70 a fault of oped itself, 130 interrupted.',
  )
  .addCommand(articleCommand())
  .addCommand(archiveCommand())
  .addCommand(spreadsheetCommand())
  .addCommand(reportCommand())
  .addCommand(explainCommand())
  .addCommand(doctorCommand())
  .addCommand(scoreCommand());

for (const command of program.commands) command.exitOverride();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough.
  if (error.code === 'EPIPE') process.exit(EXIT.good);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.usage;
  if (error instanceof RunStopped) {
    process.stderr.write(`oped: ${error.message}\n`);
    return EXIT.usage;
  }
  if (isInterruption(error)) {
    process.stderr.write('oped: interrupted.\n');
    return EXIT.interrupted;
  }
  const fault = error instanceof StageBug ? `${error.message}` : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`oped: a fault of oped itself, please report it: ${fault}\n`);
  return EXIT.bug;
}
