// What a thread runs that writes outputs, beside others that write other outputs.
import { RunStopped } from '../../article/problem.ts';
import { type WriteTask, writePart } from '../results/write-results.ts';

/** Errors lose their class between threads: that the run must stop is said, not thrown. */
export default async function write(task: WriteTask): Promise<{ readonly stopped: string | null }> {
  try {
    await writePart(task);
    return { stopped: null };
  } catch (error) {
    if (error instanceof RunStopped) return { stopped: error.message };
    throw error;
  }
}
