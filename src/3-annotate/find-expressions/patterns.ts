import type { Raw } from './find-expressions.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)';
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\\d)';
const YEAR = '(?:1[5-9]|20)\\d{2}(?![\\d,]\\d)(?!\\d)';
const NUMBER = '\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,9})?|\\d{1,15}(?:\\.\\d{1,9})?';
const SCALE = '(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|b|k)';
const WORDED =
  '(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion)[ -]){1,5}';
const CURRENCY_SIGN = '(?:(?:US|A|C|AU|CA|NZ|HK|S)?\\$|[£€¥₹])';
const CURRENCY_WORD =
  '(?:(?:US |U\\.S\\. |Canadian |Australian )?dollars?|euros?|pounds?(?: sterling)?|rubles?|roubles?|rupees?|francs?|yuan|yen|cents?|pesos?|USD|EUR|GBP)';

/** Ours before wink-nlp's, in this order; each is bounded, so that none can run away. */
const PATTERNS: readonly (readonly [Raw['kind'], string, RegExp])[] = [
  ['url', 'link', /\b(?:https?:\/\/|www\.)[^\s<>"“”]{2,300}[^\s<>"“”.,;:!?)\]'’]/g],
  ['date', 'iso', new RegExp(`\\b${YEAR}-(?:0[1-9]|1[0-2])-(?:[12]\\d|3[01]|0[1-9])\\b`, 'g')],
  ['date', 'slashes', new RegExp(`\\b\\d{1,2}/\\d{1,2}/${YEAR}`, 'g')],
  ['date', 'day-month', new RegExp(`\\b${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`, 'g')],
  ['date', 'month-day', new RegExp(`\\b${MONTH} ${DAY}(?:,? ${YEAR})?`, 'g')],
  ['date', 'month-year', new RegExp(`\\b${MONTH}(?: of|,)? ${YEAR}`, 'g')],
  ['date', 'relative-month', new RegExp(`\\b(?:[Ll]ast|[Nn]ext|[Tt]his) ${MONTH}(?![\\w])`, 'g')],
  ['date', 'decade', /\b(?:1[5-9]|20)\d0['’]?s\b/g],
  ['money', 'sign', new RegExp(`${CURRENCY_SIGN} ?(?:${NUMBER})(?:[ -]?${SCALE}\\b)?`, 'g')],
  ['money', 'word', new RegExp(`\\b(?:(?:${NUMBER})(?:[ -]${SCALE})? |${WORDED})${CURRENCY_WORD}\\b`, 'gi')],
  [
    'percent',
    'sign',
    new RegExp(`(?:\\b|(?<=[ (]))(?:${NUMBER})(?: ?%| (?:percent|per cent|percentage points?)\\b)`, 'g'),
  ],
  ['percent', 'word', new RegExp(`\\b${WORDED}(?:percent|per cent|percentage points?)\\b`, 'gi')],
  [
    'date',
    'year',
    new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore|[Dd]uring) )${YEAR}\\b(?![%-])`,
      'g',
    ),
  ],
];

/** The expressions of a sentence that our own patterns know, positions in the sentence, none overlapping. */
export function patternsIn(sentence: string): Raw[] {
  const found: Raw[] = [];
  for (const [kind, name, pattern] of PATTERNS)
    for (const match of sentence.matchAll(pattern)) {
      const raw = { start: match.index, end: match.index + match[0].trimEnd().length, kind, by: `expressions/${name}` };
      if (!found.some(({ start, end }) => start < raw.end && raw.start < end)) found.push(raw);
    }
  return found;
}
