import type { Expression } from '../../article/layers.ts';
import { isCurrencyWord, SIGN_BEFORE } from './money.ts';
import { isScale } from './number.ts';
import { TRIGGERS } from './triggers.ts';
import type { WinkEntity } from './wink-entities.ts';

export interface Candidate {
  readonly kind: Expression['kind'];
  readonly start: number;
  readonly end: number;
}

const KINDS: Readonly<Record<string, Expression['kind']>> = {
  DATE: 'date',
  TIME: 'time',
  DURATION: 'duration',
  CARDINAL: 'number',
  ORDINAL: 'ordinal',
  MONEY: 'money',
  PERCENT: 'percent',
  URL: 'url',
  EMAIL: 'email',
};

const NEXT_WORD = /^[\s-]?([\p{L}%]+)/u;
const PERCENT_AFTER = /^\s?(?:%|percent\b|per cent\b|percentage points?\b)/i;
const MONTH_BEFORE = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s$/;
const MONTH_AND_DAY = /^,?\s(\d{4})\b/;
const UNIT_AFTER = /^[\s-](days?|weeks?|months?|years?|decades?|hours?|minutes?)\b/i;

/**
 * wink's entity with its borders mended (measured in docs: wink knows neither £ nor €, leaves "m" and "bn" behind a
 * sum, splits abbreviated months from their days); none for types that are no expression.
 */
export function candidatesOf({ type, start, end }: WinkEntity, sentence: string): Candidate[] {
  const kind = KINDS[type];
  if (kind === undefined) return [];
  if (kind === 'date')
    return isDate(sentence.slice(start, end)) ? [{ kind, start: start + leading(sentence, start, end), end }] : [];
  if (kind === 'duration') return periods(sentence, start, end);
  if (kind === 'number' || kind === 'money' || kind === 'percent') return [quantity(kind, sentence, start, end)];
  return [{ kind, start, end }];
}

/** "sun." and "march" in lower case are no dates. */
const isDate = (words: string): boolean =>
  /[\d\p{Lu}]/u.test(words) ||
  (words.split(' ').some((word) => TRIGGERS.has(word)) && !/^(?:may|march|second)$/.test(words));

/** Characters of a preposition before a month or a year: "since 1997", "By May 2004". */
const leading = (sentence: string, start: number, end: number): number =>
  /^(?:since|until|till|before|after|by|in|on|from)\s+(?=(?:\p{Lu}\p{L}+\.?\s)?\d{4}$)/iu.exec(
    sentence.slice(start, end),
  )?.[0].length ?? 0;

/** "since 1997" and "Between 2005 and 2007" are durations to wink; the first holds a date, "a month and a year" two durations. */
function periods(sentence: string, start: number, end: number): Candidate[] {
  const words = sentence.slice(start, end);
  if (!/\d|\s|-/.test(words)) return [];
  const date = start + leading(sentence, start, end);
  if (date > start) return [{ kind: 'date', start: date, end }];
  const two = /^(.+?(?:hour|day|week|month|year)s?)\sand\s(?=.+(?:hour|day|week|month|year)s?$)/.exec(words);
  if (!two) return [{ kind: 'duration', start, end }];
  return [
    { kind: 'duration', start, end: start + two[1]!.length },
    { kind: 'duration', start: start + two[0].length, end },
  ];
}

function quantity(kind: 'number' | 'money' | 'percent', sentence: string, from: number, to: number): Candidate {
  const before = sentence.slice(Math.max(0, from - 12), from);
  const sign = SIGN_BEFORE.exec(before)?.[0] ?? '';
  const start = from - sign.length;
  const end = withScale(sentence, to);
  const after = sentence.slice(end, end + 24);
  if (PERCENT_AFTER.test(after))
    return { kind: 'percent', start: from, end: end + PERCENT_AFTER.exec(after)![0].length };
  if (sign !== '' || kind === 'money') return { kind: 'money', start, end: withCurrency(sentence, end) };
  const words = sentence.slice(from, end);
  const month = MONTH_BEFORE.exec(before)?.[0];
  if (month && /^\d{1,2}$/.test(words)) {
    const year = MONTH_AND_DAY.exec(after)?.[0] ?? '';
    return { kind: 'date', start: from - month.length, end: end + year.length };
  }
  if (kind === 'number' && isCurrencyWord(NEXT_WORD.exec(after)?.[1] ?? ''))
    return { kind: 'money', start, end: withCurrency(sentence, end) };
  const unit = UNIT_AFTER.exec(after);
  if (unit) return { kind: 'duration', start, end: end + unit[0].length };
  return { kind, start, end };
}

/** The end moved behind "million" or "bn", when it follows. */
function withScale(sentence: string, end: number): number {
  const next = NEXT_WORD.exec(sentence.slice(end, end + 12));
  return next && isScale(next[1]!) ? end + next[0].length : end;
}

function withCurrency(sentence: string, end: number): number {
  const next = /^\s(\p{L}+)/u.exec(sentence.slice(end, end + 12));
  return next && isCurrencyWord(next[1]!) ? end + next[0].length : end;
}
