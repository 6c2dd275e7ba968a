import { numberOf, ordinalOf } from './number.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>\\d{4})';

/** Absolute dates: a day, a month or a year with its year said. */
const ABSOLUTE = [
  `${DAY}(?: of)? ${MONTH},? ${YEAR}`,
  `${MONTH} ${DAY},? ${YEAR}`,
  `${MONTH},? (?:of )?${YEAR}`,
  YEAR,
].map((form) => new RegExp(`^(?:in |on |the |mid-|early |late )*${form}$`));
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const DECADE = /^(?:the |early |late |mid-)*(\d{3})0s$/;
const CENTURY = /^(?:the )?(\S+) century$/;

/**
 * A date as ISO 8601: `2019-10-14`, `2019-10`, `2019`; a decade or century as EDTF: `199X`, `19XX`.
 * What is relative ("last May", "two years ago") resolves only if `published` tells when the article came out.
 */
export function dateOf(words: string, published: string | null): string | null {
  const text = words.toLowerCase().replace(/\s+/g, ' ').trim();
  if (ISO.test(text)) return text;
  for (const form of ABSOLUTE) {
    const groups = form.exec(text)?.groups;
    if (groups) return isoOf(groups);
  }
  const decade = DECADE.exec(text)?.[1];
  if (decade) return `${decade}X`;
  const century = ordinalOf(CENTURY.exec(text)?.[1] ?? '');
  if (century) return `${String(century - 1).padStart(2, '0')}XX`;
  const today = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0];
  return today === undefined ? null : relativeOf(text, new Date(`${today}T00:00:00Z`));
}

function isoOf({ day, month, year }: Record<string, string | undefined>): string | null {
  if (month === undefined) return year ?? null;
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1;
  if (day === undefined) return `${year}-${two(number)}`;
  return Number(day) <= 31 && Number(day) > 0 ? `${year}-${two(number)}-${two(Number(day))}` : null;
}

const two = (value: number): string => String(value).padStart(2, '0');
const DAY_WORDS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
const STEP: Readonly<Record<string, number>> = { last: -1, past: -1, this: 0, next: 1 };

function relativeOf(text: string, today: Date): string | null {
  const days = DAY_WORDS[text];
  if (days !== undefined) return isoDay(shifted(today, 'day', days));
  const ago = /^(.+?) (day|week|month|year|decade)s? (ago|from now)$/.exec(text);
  if (ago) {
    const count = ago[1] === 'a' || ago[1] === 'an' ? 1 : numberOf(ago[1]!);
    const then = shifted(today, ago[2]!, ago[3] === 'ago' ? -(count ?? 0) : (count ?? 0));
    return count === null || !hasFourDigits(then) ? null : cutTo(then, ago[2]!);
  }
  const [, step, unit] = /^(last|past|this|next) (\w+)$/.exec(text) ?? [];
  return step === undefined || unit === undefined ? null : steppedTo(today, STEP[step]!, unit);
}

/** "last year", "this month", "next Monday", "last May", seen from `today`. */
function steppedTo(today: Date, step: number, unit: string): string | null {
  if (/^(?:week|month|year)$/.test(unit)) return cutTo(shifted(today, unit, step), unit);
  const weekday = DAYS.indexOf(unit);
  if (weekday >= 0 && step !== 0) return isoDay(shifted(today, 'day', daysTo(today.getUTCDay(), weekday, step)));
  const month = MONTHS.indexOf(unit.slice(0, 3));
  if (month < 0 || !new RegExp(`^${MONTH}$`).test(unit)) return null;
  const passed = month < today.getUTCMonth() || (month === today.getUTCMonth() && step > 0);
  const year = today.getUTCFullYear() + (step < 0 && !passed ? -1 : step > 0 && passed ? 1 : 0);
  return `${year}-${two(month + 1)}`;
}

/** Days from one weekday to the nearest other one in the direction of `step`, never none. */
const daysTo = (from: number, to: number, step: number): number =>
  step < 0 ? -(((from - to + 6) % 7) + 1) : ((to - from + 6) % 7) + 1;

function shifted(date: Date, unit: string, by: number): Date {
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'day') return new Date(Date.UTC(y, m, d + by));
  if (unit === 'week') return new Date(Date.UTC(y, m, d + 7 * by));
  // Months and years keep no day: only their own number is given on.
  return new Date(Date.UTC(y, m + (unit === 'month' ? by : 12 * by * (unit === 'decade' ? 10 : 1)), 1));
}

/** "225 million years ago" is a year that neither ISO 8601's four digits nor a `Date` can hold. */
const hasFourDigits = (date: Date): boolean => date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** As much of the date as the unit warrants. */
const cutTo = (date: Date, unit: string): string =>
  unit === 'day'
    ? isoDay(date)
    : unit === 'month'
      ? isoDay(date).slice(0, 7)
      : unit === 'week'
        ? isoWeek(date)
        : isoDay(date).slice(0, 4);

/** ISO 8601 week: weeks begin on Monday, the first holds the year's first Thursday. */
function isoWeek(date: Date): string {
  const thursday = shifted(date, 'day', 3 - ((date.getUTCDay() + 6) % 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${two(Math.floor((thursday.getTime() - first) / 604_800_000) + 1)}`;
}
