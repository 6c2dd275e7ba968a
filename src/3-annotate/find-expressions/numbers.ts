const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** Number words that add up. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, i) => [word, i] as const),
  ...TENS.split(' ').map((word, i) => [word, 20 + 10 * i] as const),
  ['a', 1],
  ['an', 1],
  ['dozen', 12],
]);

/** Words that multiply what stands before them, as powers of ten. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['k', 3],
  ['million', 6],
  ['mn', 6],
  ['m', 6],
  ['billion', 9],
  ['bn', 9],
  ['b', 9],
  ['trillion', 12],
  ['tn', 12],
]);

const ORDINALS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

/**
 * The number that a text writes in digits, words or both ("3.5 billion", "twenty-five", "1,500", "two dozen"), as plain
 * decimal digits; null when it writes none that is exact.
 */
export function numberOf(text: string): string | null {
  const words = text
    .toLowerCase()
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && word !== 'and');
  const fraction = /^(\d{1,4})\/(\d{1,4})$/.exec(words[0] ?? '');
  if (fraction && words.length === 1)
    return Number(fraction[2]) === 0 ? null : decimal(Number(fraction[1]) / Number(fraction[2]));
  const digits = /^\d+(?:\.\d+)?(?=$|[a-z]{1,2}$)/.exec(words[0] ?? '')?.[0];
  if (digits !== undefined) return scaled(digits, [words[0]!.slice(digits.length), ...words.slice(1)].filter(Boolean));
  return inWords(words);
}

/** Digits times scale words: the decimal point moves, so that nothing is rounded. */
function scaled(digits: string, scales: readonly string[]): string | null {
  let power = 0;
  for (const word of scales) {
    const scale = SCALES.get(word);
    if (scale === undefined) return null;
    power += scale;
  }
  const [whole = '', part = ''] = digits.split('.');
  const moved = part.padEnd(power, '0');
  const result = `${whole}${moved.slice(0, power)}`.replace(/^0+(?=\d)/, '');
  return moved.length > power ? `${result}.${moved.slice(power)}` : result;
}

function inWords(words: readonly string[]): string | null {
  let total = 0;
  let group = 0;
  let seen = false;
  for (const word of words) {
    const value = NUMBER_WORDS.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined) group = word === 'dozen' ? Math.max(1, group) * 12 : group + value;
    else if (scale === 2) group = Math.max(1, group) * 100;
    else if (scale !== undefined && word.length > 2) {
      total += Math.max(1, group) * 10 ** scale;
      group = 0;
    } else return null;
    seen = true;
  }
  return seen ? String(total + group) : null;
}

/** "third", "21st", "twenty-first" → digits; null otherwise. */
export function ordinalOf(text: string): string | null {
  const lower = text.toLowerCase().trim();
  const digits = /^(\d{1,6})(?:st|nd|rd|th)$/.exec(lower)?.[1];
  if (digits !== undefined) return digits;
  const [tens, last] = lower.includes('-') ? lower.split('-') : [undefined, lower];
  const unit = ORDINALS.get(last ?? '');
  if (unit === undefined) return null;
  return String((tens === undefined ? 0 : (NUMBER_WORDS.get(tens) ?? 0)) + unit);
}

const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6);
