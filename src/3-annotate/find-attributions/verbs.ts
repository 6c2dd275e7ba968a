import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** How a verb of saying takes what is said: see verbs.tsv. */
export type Frame = 'that' | 'bare' | 'quote' | 'to' | 'for' | 'np' | 'as' | 'label' | 'whether';

export const VERBS: ReadonlyMap<string, ReadonlySet<Frame>> = new Map(
  readLexicon(new URL('./verbs.tsv', import.meta.url), 2).map(([lemma, frames]) => [
    lemma!,
    new Set(frames!.split(',') as Frame[]),
  ]),
);

export const NOUNS: ReadonlySet<string> = new Set(
  readLexicon(new URL('./nouns.tsv', import.meta.url), 1).map(([lemma]) => lemma!),
);
