import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** Lemma to the classes it belongs to; see `cues.tsv`. */
export const CUES: ReadonlyMap<string, readonly string[]> = readCues();

function readCues(): Map<string, string[]> {
  const classes = new Map<string, string[]>();
  for (const [lemma = '', name = ''] of readLexicon(new URL('./cues.tsv', import.meta.url), 2)) {
    classes.set(lemma, [...(classes.get(lemma) ?? []), name]);
  }
  return classes;
}

export const MODALS: ReadonlySet<string> = new Set([
  'will',
  'would',
  'must',
  'should',
  'can',
  'could',
  'may',
  'might',
  'need',
]);

const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'never', 'nor', 'without', 'cannot', 'hardly', 'neither']);

/** On lower-case words with straight apostrophes. */
export const isNegation = (lower: string): boolean => NEGATIONS.has(lower) || lower.endsWith("n't");

/** How many tokens a negation or modal reaches to its right. */
export const REACH = 4;
