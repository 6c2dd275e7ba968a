// One run of an archive, measured; on standard output one line of JSON.
import { runArchive } from '../src/run-archive/run-archive.ts';

const [out, jobs, ...inputs] = process.argv.slice(2);
const start = performance.now();
const { done } = await runArchive(inputs, { out: out!, jobs: Number(jobs), version: 'bench', keepDuplicates: true });
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ items: done, seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
