import { readLexicon } from '../../lexicon/read-lexicon.ts';

const WORDS = readLexicon(new URL('./openers.tsv', import.meta.url), 2);

/** Words that open a clause, looked at for one thing; see `openers.tsv`. */
const lookedAtFor = (what: string): ReadonlySet<string> =>
  new Set(WORDS.flatMap(([word, uses]) => (uses!.split(',').includes(what) ? [word!] : [])));

/** At the comma after the clause that one of these opens, a report ends. */
export const CUTTING = lookedAtFor('cut');
/** Near one of these at the sentence's beginning, a report is less likely to reach its end. */
export const SUBORDINATORS = lookedAtFor('near');
