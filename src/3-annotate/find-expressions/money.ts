import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { numberOf, plain } from './number.ts';

const CURRENCIES: ReadonlyMap<string, string> = new Map(
  readLexicon(new URL('./currencies.tsv', import.meta.url), 2).map(([sign, code]) => [sign!, code!]),
);

export const isCurrencyWord = (word: string): boolean => /^\p{L}+$/u.test(word) && CURRENCIES.has(word.toLowerCase());

/** A currency sign that ends here: "US$", "£". */
export const SIGN_BEFORE = /(?:US|A|C|HK|NZ|S|R)?\$$|[£€¥₹₦₩₽₴₺₫]$/;

/** "£3.5 billion", "40 million dollars", "50 cents" as `GBP 3500000000`; null when it is no one sum. */
export function moneyOf(words: string): string | null {
  const [, sign = '', rest = ''] = /^((?:US|A|C|HK|NZ|S|R)?\$|[£€¥₹₦₩₽₴₺₫])?\s*(.*)$/su.exec(words) ?? [];
  const [, amount = rest, unit = ''] = /^(.*?)\s*(\p{L}+)$/su.exec(rest) ?? [];
  const named = isCurrencyWord(unit);
  const code = CURRENCIES.get(sign) ?? (named ? CURRENCIES.get(unit.toLowerCase()) : undefined);
  const value = numberOf(named ? amount : rest);
  if (code === undefined || value === null) return null;
  const [iso, hundredth] = code.split('/');
  return `${iso} ${plain(hundredth ? value / 100 : value)}`;
}
