// One command's share of a run, in a process of its own that the crash test may kill.
import { runArchive } from '../../dist/src/run-archive/run-archive.js';

const [out, jobs, ...inputs] = process.argv.slice(2);
const pipeline = new URL('./pipeline.mjs', import.meta.url).href;
const outputs = { csv: false, xlsx: false };
try {
  await runArchive(inputs, { out, jobs: Number(jobs), version: 'crash', pipeline, outputs });
} catch (error) {
  // Killed between its last word to the disk and its last word to the shell.
  if (!String(error.message).includes('a finished run')) throw error;
}
