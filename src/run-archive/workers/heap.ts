import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Megabytes in use from which on garbage is collected before the heap is measured: a fresh worker holds some 40. */
const COLLECT_FROM = 112;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const inUse = (): number => getHeapStatistics().used_heap_size / 2 ** 20;

/** Megabytes of heap that are really in use: V8 left to itself lets a worker with a high limit gather garbage up to it. */
export function heapInUse(): number {
  if (inUse() > COLLECT_FROM) collect();
  return inUse();
}
