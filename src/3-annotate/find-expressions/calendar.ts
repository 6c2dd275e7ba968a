const numbered = (names: string): Map<string, number> =>
  new Map(names.split(' ').flatMap((name, i) => name.split('|').map((form) => [form, i + 1] as const)));

/** Month names and their abbreviations, lower case, without full stop → 1–12. */
export const MONTHS: ReadonlyMap<string, number> = numbered(
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
);

/** Weekdays → 1 (Monday) to 7, as ISO 8601 counts. */
export const WEEKDAYS: ReadonlyMap<string, number> = numbered(
  'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday|sun',
);

const two = (n: number): string => String(n).padStart(2, '0');

export const isoDay = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
export const isoMonth = (year: number, month: number): string => `${year}-${two(month)}`;

/** Whether the calendar has the day. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day as a number that can be counted with, in UTC throughout. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

export function dayOf(number: number): { year: number; month: number; day: number } {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const isoOf = (number: number): string => {
  const { year, month, day } = dayOf(number);
  return isoDay(year, month, day);
};

/** 1 (Monday) to 7. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** ISO week such as `2019-W41`. */
export function isoWeek(number: number): string {
  const thursday = number - weekdayOf(number) + 4;
  const { year } = dayOf(thursday);
  return `${year}-W${two(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1)}`;
}
