import { dayNumber, dayOf, isDay, isoDay, isoMonth, isoOf, isoWeek, MONTHS, WEEKDAYS, weekdayOf } from './calendar.ts';
import { numberOf } from './numbers.ts';

/** Half a year in days: a day without its year is the one nearest to the article. */
const NEAR = 183;

/**
 * A date in ISO 8601: `2019-10-14`, `2019-10`, `2019`, `2019-W41`; a decade as `199X` and a century as `20XX` (the 21st).
 *
 * @param published when the article appeared; without it a date relative to it stays open
 * @returns null when the text leaves the date open, or names a day that no calendar has
 */
export function dateOf(text: string, published: string | null): string | null {
  const plain = text
    .toLowerCase()
    .replace(/[.,]/g, '')
    .replace(/['’]s$/, 's')
    .replace(/\s+/g, ' ')
    .trim();
  return absolute(plain) ?? (published === null ? null : relative(plain, anchorOf(published)));
}

function absolute(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashes) return fromSlashes(Number(slashes[1]), Number(slashes[2]), Number(slashes[3]));
  const year = Number(/(?:^| )((?:1[5-9]|20)\d{2})$/.exec(text)?.[1] ?? Number.NaN);
  if (/(?:^| )\d{3}0s$/.test(text)) return `${/(\d{3})0s$/.exec(text)![1]}X`;
  const century = /(\d{1,2})(?:st|nd|rd|th) century$/.exec(text)?.[1];
  if (century !== undefined) return `${String(Number(century) - 1).padStart(2, '0')}XX`;
  if (Number.isNaN(year)) return null;
  const { month, day } = partsOf(text);
  if (month === undefined)
    return /[a-z]/.test(text.replace(/fiscal year|year|mid|early|late|the/g, '')) ? null : String(year);
  return day === undefined ? isoMonth(year, month) : checked(year, month, day);
}

/** Month and day of month, as far as they are named. */
function partsOf(text: string): { month: number | undefined; day: number | undefined } {
  const words = text.split(' ');
  const month = words.map((word) => MONTHS.get(word)).find((found) => found !== undefined);
  const day = words.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]).find((found) => found !== undefined);
  return { month, day: day === undefined ? undefined : Number(day) };
}

const checked = (year: number, month: number, day: number): string | null =>
  isDay(year, month, day) ? isoDay(year, month, day) : null;

/** American order, unless only the other can be; the same either way only if month and day are the same number. */
function fromSlashes(first: number, second: number, year: number): string | null {
  if (first > 12) return checked(year, second, first);
  return checked(year, first, second);
}

const anchorOf = (published: string): number => {
  const [year = 0, month = 1, day = 1] = published.slice(0, 10).split('-').map(Number);
  return dayNumber(year, month, day);
};

const DAYS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

function relative(text: string, anchor: number): string | null {
  if (!Number.isFinite(anchor)) return null;
  if (DAYS[text] !== undefined) return isoOf(anchor + DAYS[text]);
  const ago = /^(.{1,30}) (day|week|month|year)s? ago$/.exec(text);
  if (ago) return stepped(anchor, ago[2]!, -Number(numberOf(ago[1]!) ?? Number.NaN));
  const [which = '', what = '', ...more] = text.split(' ');
  const step = STEPS[which];
  if (step === undefined) return nearest(text, anchor);
  if (more.length > 0) return null;
  if (/^(?:week|month|year)$/.test(what)) return stepped(anchor, what, step);
  return named(what, step, anchor);
}

/** So many days, weeks, months or years on, at the precision of the unit. */
function stepped(anchor: number, unit: string, count: number): string | null {
  if (!Number.isInteger(count)) return null;
  const { year, month } = dayOf(anchor);
  if (unit === 'day') return isoOf(anchor + count);
  if (unit === 'week') return isoWeek(anchor + 7 * count);
  if (unit === 'year') return String(year + count);
  const months = 12 * year + month - 1 + count;
  return isoMonth(Math.floor(months / 12), (months % 12) + 1);
}

/** "last May", "next Friday": the one before or after the article; "this May" the one of its year. */
function named(what: string, step: number, anchor: number): string | null {
  const { year, month } = dayOf(anchor);
  const wanted = MONTHS.get(what);
  if (wanted !== undefined) {
    const shift = step < 0 ? (wanted < month ? 0 : -1) : step > 0 ? (wanted > month ? 0 : 1) : 0;
    return isoMonth(year + shift, wanted);
  }
  const weekday = WEEKDAYS.get(what);
  if (weekday === undefined || step === 0) return null;
  const ahead = (weekday - weekdayOf(anchor) + 7) % 7;
  return isoOf(step > 0 ? anchor + (ahead || 7) : anchor - ((7 - ahead) % 7 || 7));
}

/** "October 14" without a year: the nearest such day. */
function nearest(text: string, anchor: number): string | null {
  const { month, day } = partsOf(text);
  if (month === undefined || day === undefined) return null;
  const { year } = dayOf(anchor);
  const years = [year - 1, year, year + 1].filter((y) => isDay(y, month, day));
  const best = years.find((y) => Math.abs(dayNumber(y, month, day) - anchor) <= NEAR);
  return best === undefined ? null : isoDay(best, month, day);
}
