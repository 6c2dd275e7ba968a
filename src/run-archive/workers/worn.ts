import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Megabytes of garbage that V8 may gather before it is made to collect. A collection takes a tenth of a second and
 * throws away the machine code of all functions that are not at work: some dozen documents run slowly after it.
 */
const GARBAGE = 24;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Without what has just been made: that comes and goes. */
function inUse(): number {
  const old = getHeapSpaceStatistics().filter(({ space_name }) => !space_name.startsWith('new_'));
  return old.reduce((sum, { space_used_size }) => sum + space_used_size, 0) / 2 ** 20;
}

/** Whether this thread holds more than so many megabytes of heap that are no garbage. */
export function isWorn(megabytes: number): boolean {
  if (inUse() <= megabytes + GARBAGE) return false;
  collect();
  return inUse() > megabytes;
}
