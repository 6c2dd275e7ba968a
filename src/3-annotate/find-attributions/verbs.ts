import type { Token } from '../../article/layers.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** How a verb of saying takes what is said: see verbs.tsv. */
export type Frame = 'that' | 'bare' | 'quote' | 'to' | 'for' | 'np' | 'as' | 'label' | 'whether' | 'of';

const ROWS = readLexicon(new URL('./verbs.tsv', import.meta.url), 3);

export const VERBS: ReadonlyMap<string, ReadonlySet<Frame>> = new Map(
  ROWS.map(([lemma, frames]) => [lemma!, new Set(frames!.split(',') as Frame[])]),
);

/** What kind of act a verb of saying is: saying, pushing, thinking, knowing, finding, wanting or naming. */
export const SENSES: ReadonlyMap<string, string> = new Map(ROWS.map(([lemma, , sense]) => [lemma!, sense!]));

/** Nouns of saying and thinking, each with the words that may open a noun phrase or infinitive with what is said. */
export const NOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readLexicon(new URL('./nouns.tsv', import.meta.url), 2).map(([lemma, openers]) => [
    lemma!,
    new Set(openers!.split(',')),
  ]),
);

/** Adjectives of belief that take a clause with "that". */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  readLexicon(new URL('./adjectives.tsv', import.meta.url), 1).map(([word]) => word!),
);

/** The frames of a word that is, or may be, a form of a verb of saying. */
export const framesOf = ({ lemma, lower }: Token): ReadonlySet<Frame> | undefined =>
  VERBS.get(lemma) ?? VERBS.get(lower);
