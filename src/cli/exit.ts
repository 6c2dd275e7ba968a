import type { ProblemLine } from '../5-record/problem-line.ts';
import { flat } from '../6-write/view/columns.ts';

/** What the shell is told; see docs/commands.md. */
export const EXIT = { good: 0, usage: 1, someFailed: 2, bug: 70, interrupted: 130 } as const;

/** One sentence for a document that could not be processed; the command goes on with the others. */
export function failed({ path, archive, message }: Pick<ProblemLine, 'path' | 'archive' | 'message'>): void {
  process.stderr.write(`${flat(`oped: ${archive === null ? path : `${path}: ${archive}`}: ${message}`)}\n`);
  process.exitCode = EXIT.someFailed;
}
