import { readLexicon } from '../lexicon/read-lexicon.ts';

const MONTHS: ReadonlyMap<string, string> = new Map(
  readLexicon(new URL('./month-names.tsv', import.meta.url), 2) as [string, string][],
);

/** Offsets of the zone names that RFC 2822 and US papers use. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['z', 'Z'],
  ['gmt', 'Z'],
  ['utc', 'Z'],
  ['ut', 'Z'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['bst', '+01:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
]);

const LONGEST = 120;
const MONTH = String.raw`(\p{L}{3,10})`;
const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s*([+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?)?/;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(\.\d{1,9})?([+-]\d{4}|Z)?)?$/;
const SLASHED = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/;
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?${MONTH}\.?,?[\s-]+(\d{4})\b`, 'iu');
const MONTH_FIRST = new RegExp(String.raw`(?<![\p{L}\d])${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'iu');
const US = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;
const TIME = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?(?:m\b\.?)?\s*([+-]\d{2}:?\d{2}|[A-Z]{2,4})?/i;

/**
 * The date of a metadata field in ISO 8601, with its time and its offset where
 * it has them: `2019-04-28T06:01:00-07:00`. Local times stay without offset:
 * neither the clock nor the machine's time zone is asked.
 *
 * @returns null when the value names no whole date
 */
export function isoDate(value: string): string | null {
  const text = value.trim().slice(0, LONGEST);
  const iso = ISO.exec(text) ?? BASIC.exec(text);
  if (iso) return assemble(iso[1], iso[2], iso[3], iso.slice(4));
  const slashed = SLASHED.exec(text);
  if (slashed) return assemble(slashed[1], slashed[2], slashed[3], timeIn(text));
  return writtenOut(text) ?? numeric(text);
}

function writtenOut(text: string): string | null {
  const day = DAY_FIRST.exec(text);
  if (day) return assemble(day[3], monthNumber(day[2]!), day[1], timeIn(text));
  const month = MONTH_FIRST.exec(text);
  return month ? assemble(month[3], monthNumber(month[1]!), month[2], timeIn(text)) : null;
}

/** `4/28/2019` is the American order unless that cannot be. */
function numeric(text: string): string | null {
  const [, a, b, year] = US.exec(text) ?? [];
  if (a === undefined) return null;
  return Number(a) > 12 ? assemble(year, b, a, timeIn(text)) : assemble(year, a, b, timeIn(text));
}

/** The number of a month's name, `0` for any other word. */
const monthNumber = (name: string): string =>
  MONTHS.get(name.toLowerCase()) ?? MONTHS.get(name.slice(0, 3).toLowerCase()) ?? '0';

function timeIn(text: string): (string | undefined)[] {
  const [, hour, minute, second, half, zone] = TIME.exec(text) ?? [];
  if (hour === undefined) return [];
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return [String(hours), minute, second, undefined, zone];
}

function assemble(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second, fraction, zone]: (string | undefined)[],
): string | null {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return null;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${two(hour)}:${two(minute)}:${two(second ?? '0')}${fraction ?? ''}${offsetOf(zone)}`;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 2999) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (!/^[+-]/.test(zone)) return ZONES.get(zone.toLowerCase()) ?? '';
  const digits = zone.replace(':', '');
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');
