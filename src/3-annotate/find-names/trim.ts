import { readLexicon } from '../../lexicon/read-lexicon.ts';
import type { Stretch } from './decode.ts';
import type { Form } from './form.ts';
import { TYPES } from './labels.ts';

const TITLES = new Set(readLexicon(new URL('./titles.tsv', import.meta.url), 1).map(([title = '']) => title));
const PERSON = TYPES.indexOf('person');
const WORK = TYPES.indexOf('work');

/** First parts of hyphenated words that are no part of the name after them. */
const PREFIXES = new Set('non anti post pre ex pro mid half self co re trans un sub ultra neo'.split(' '));

/** A name begins with its whole hyphenated word: "Hi-Tech Park", not "Tech Park"; but "D-Ore." is a party's letter and a state. */
export function whole(forms: readonly Form[], stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, i) => {
    const first = forms[stretch.start - 2];
    const free = (stretches[i - 1]?.end ?? 0) <= stretch.start - 2;
    const joins =
      forms[stretch.start - 1]?.lower === '-' && first?.capital && first.text.length > 1 && !PREFIXES.has(first.lower);
    return joins && free ? { ...stretch, start: stretch.start - 2 } : stretch;
  });
}

/** A name without the article, the title or the possessive that the guideline leaves outside; null when nothing is left. */
export function trim(forms: readonly Form[], { start, end, type }: Stretch): Stretch | null {
  let from = start;
  let to = end;
  while (from < to && isBefore(forms[from]!, from, type)) from++;
  while (to > from && isAfter(forms[to - 1]!)) to--;
  return from < to ? { start: from, end: to, type } : null;
}

/** "The Hague" keeps its article inside a sentence. */
const isBefore = (form: Form, at: number, type: number): boolean =>
  (type === PERSON && TITLES.has(form.lower.replace(/\.$/, ''))) ||
  (type !== WORK && (form.text === 'the' || (form.text === 'The' && at === 0))) ||
  /^["“”(]$/.test(form.text);

const isAfter = (form: Form): boolean => form.lower === "'s" || form.lower === "'" || /^[,"“”(]$/.test(form.text);
