import { readLexicon } from '../../lexicon/read-lexicon.ts';
import type { Stretch } from './decode.ts';
import type { Form } from './form.ts';
import { TYPES } from './labels.ts';

const TITLES = new Set(readLexicon(new URL('./titles.tsv', import.meta.url), 1).map(([title = '']) => title));
const PERSON = TYPES.indexOf('person');
const WORK = TYPES.indexOf('work');

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
