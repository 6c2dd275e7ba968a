import { dateOf } from './dates.ts';
import type { Raw } from './find-expressions.ts';
import { numberOf, ordinalOf } from './numbers.ts';
import { LONG_UNITS, UNITS } from './units.ts';

/** Currency signs and words → ISO 4217; of "dollar" alone the American. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:A|AU)\$|australian dollar/i, 'AUD'],
  [/^(?:C|CA)\$|canadian dollar/i, 'CAD'],
  [/^NZ\$/i, 'NZD'],
  [/^HK\$/i, 'HKD'],
  [/^S\$/, 'SGD'],
  [/\$|dollar|usd|\bcents?\b/i, 'USD'],
  [/£|pound|gbp/i, 'GBP'],
  [/€|euro|eur/i, 'EUR'],
  [/¥|yen/i, 'JPY'],
  [/₹|rupee/i, 'INR'],
  [/rou?ble/i, 'RUB'],
  [/yuan/i, 'CNY'],
];

/** The value of an expression in its normal form (see `Expression.value`); null when the text leaves it open. */
export function normalise({ kind }: Pick<Raw, 'kind'>, text: string, published: string | null): string | null {
  switch (kind) {
    case 'date':
      return dateOf(text, published);
    case 'time':
      return timeOf(text);
    case 'duration':
      return durationOf(text);
    case 'money':
      return moneyOf(text);
    case 'percent':
      return numberOf(text.replace(/\s*(?:%|percent|per cent|percentage points?)$/i, ''));
    case 'number':
      return numberOf(text);
    case 'ordinal':
      return ordinalOf(text);
    case 'url':
    case 'email':
      return text;
  }
}

const CURRENCY_SIGN = /^(?:US|AU?|CA?|NZ|HK|S)?[$£€¥₹]\s?/i;
const CURRENCY_WORD =
  /\s*(?:(?:us|u\.s\.|canadian|australian) )?(?:dollars?|euros?|pounds?(?: sterling)?|rou?bles?|rupees?|francs?|yuan|yen|cents?|pesos?|usd|eur|gbp)$/i;

function moneyOf(text: string): string | null {
  const code = CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
  const value = numberOf(text.replace(CURRENCY_SIGN, '').replace(CURRENCY_WORD, ''));
  if (code === undefined || value === null) return null;
  return `${code} ${/\bcents?\b/i.test(text) ? String(Number(value) / 100) : value}`;
}

/** "3:30 p.m." → `15:30`. */
function timeOf(text: string): string | null {
  if (/^noon$/i.test(text)) return '12:00';
  const match = /^(\d{1,2})(?::(\d{2}))?\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim());
  if (!match) return null;
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (hour > 23 || Number(match[2] ?? 0) > 59 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const full = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(full).padStart(2, '0')}:${match[2] ?? '00'}`;
}

/** "six months" → `P6M`; null for "years" or "a few days". */
function durationOf(text: string): string | null {
  const match = /^(?:the\s+(?:last|past|next)\s+)?(.{1,40}?)[\s-]+([a-z]+)$/i.exec(text.trim());
  const amount = match ? numberOf(match[1]!) : null;
  const unit = match?.[2]?.toLowerCase() ?? '';
  if (amount === null) return null;
  const [times, letter] = LONG_UNITS.get(unit) ?? [1, UNITS.get(unit)];
  if (letter === undefined) return null;
  return `P${letter.startsWith('T') ? 'T' : ''}${times === 1 ? amount : String(Number(amount) * times)}${letter.at(-1)}`;
}
