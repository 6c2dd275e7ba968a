import type { Expression } from '../../article/layers.ts';
import { dateOf } from './date.ts';
import { moneyOf } from './money.ts';
import { numberOf, ordinalOf, plain } from './number.ts';

/**
 * The normal form of an expression, or null when it has none that is certain.
 *
 * @param published the article's own date, by which relative dates resolve
 */
export function normalForm(kind: Expression['kind'], words: string, published: string | null): string | null {
  switch (kind) {
    case 'date':
      return dateOf(words, published);
    case 'time':
      return timeOf(words);
    case 'duration':
      return durationOf(words);
    case 'money':
      return moneyOf(words);
    case 'percent':
      return decimal(numberOf(words.replace(/\s?(?:%|percent|per cent|percentage points?)$/i, '')));
    case 'number':
      return decimal(numberOf(words));
    case 'ordinal':
      return decimal(ordinalOf(words));
    case 'url':
    case 'email':
      return words;
  }
}

const decimal = (value: number | null): string | null => (value === null ? null : plain(value));

/** "5 p.m.", "17:30" as ISO 8601. */
function timeOf(words: string): string | null {
  const [, hour, minute = '00', half] = /^(\d{1,2})(?::(\d{2}))?\s?([ap])?\.?m?\.?$/i.exec(words) ?? [];
  if (hour === undefined || Number(hour) > 24) return null;
  const late = half?.toLowerCase() === 'p';
  const hours = (Number(hour) % (half ? 12 : 24)) + (late ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

const UNITS: Readonly<Record<string, readonly [prefix: string, letter: string, times: number]>> = {
  minute: ['PT', 'M', 1],
  hour: ['PT', 'H', 1],
  day: ['P', 'D', 1],
  week: ['P', 'W', 1],
  month: ['P', 'M', 1],
  year: ['P', 'Y', 1],
  decade: ['P', 'Y', 10],
};

/** "six months", "twenty-five years" as ISO 8601: `P6M`, `P25Y`. */
function durationOf(words: string): string | null {
  const [, amount, unit] = /^(.+?)[\s-](minute|hour|day|week|month|year|decade)s?$/i.exec(words) ?? [];
  const value = amount === undefined ? null : /^an?$/i.test(amount) ? 1 : numberOf(amount);
  if (value === null || unit === undefined) return null;
  const [prefix, letter, times] = UNITS[unit.toLowerCase()]!;
  return `${prefix}${plain(value * times)}${letter}`;
}
