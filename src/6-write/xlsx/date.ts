/** Days from the epoch of worksheets, 1899-12-30, to that of JavaScript. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/** Excel takes 1900 for a leap year: only from March on do all programs agree on what a number means. */
const FIRST = 61;

/**
 * A day as worksheets count it: 2019-10-14 is 43752. The time of day and the
 * zone are left out, so that the day is the one that the source printed.
 *
 * @returns null for what is no day or lies before 1 March 1900, which stays text.
 */
export function serialOf(date: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!parts) return null;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (new Date(time).toISOString().slice(0, 10) !== parts[0]) return null;
  const serial = time / DAY + EPOCH;
  return serial < FIRST ? null : serial;
}

/** The day that a worksheet's number means, as an ISO date. */
export const dayOf = (serial: number): string =>
  new Date((Math.floor(serial) - EPOCH) * DAY).toISOString().slice(0, 10);
