import { type Progress, progressLine } from '../run-archive/progress.ts';

/** At most so often is a line rewritten, in milliseconds. */
const INTERVAL = 200;

export interface ProgressDisplay {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

/** A line that rewrites itself on a terminal, JSON lines for a program, or nothing. */
export function progressTo(stream: NodeJS.WriteStream, how: 'line' | 'json' | 'none'): ProgressDisplay {
  if (how === 'none' || (how === 'line' && !stream.isTTY)) return { show: () => {}, end: () => {} };
  let last = 0;
  const due = (): boolean => {
    const now = performance.now();
    if (now - last < INTERVAL) return false;
    last = now;
    return true;
  };
  if (how === 'json')
    return { show: (progress) => due() && stream.write(`${JSON.stringify(progress)}\n`), end: () => {} };
  return {
    show: (progress) => due() && stream.write(`\r\x1b[K${progressLine(progress)}`),
    end: () => stream.write('\r\x1b[K'),
  };
}
