import { isoDate } from './iso-date.ts';

/** A name that begins with a date: `2014-11-13-title.md`, `20141113_title.txt`, `01Aug2005Biden6.txt`; null without one. */
export function dateInName(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
  const [, year, month, day] = /^(\d{4})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/.exec(name) ?? [];
  if (year !== undefined) return isoDate(`${year}-${month}-${day}`);
  const [, d, mon, y] = /^(\d{1,2})[-_ ]?([A-Z][a-z]{2,8})[-_ ]?(\d{4})(?!\d)/.exec(name) ?? [];
  return d === undefined ? null : isoDate(`${d} ${mon} ${y}`);
}
