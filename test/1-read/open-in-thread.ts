// A thread that cuts an input into documents as a run's main thread does, and says what there was.
import { parentPort, workerData } from 'node:worker_threads';
import { openInput } from '../../src/1-read/read-input.ts';

const found: (string | number)[] = [];
for await (const held of openInput(workerData as string)) {
  found.push('refusal' in held ? held.refusal.problem.code : held.document.bytes.length);
}
parentPort!.postMessage(found);
