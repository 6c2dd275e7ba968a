import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** Lower-case words that make a sentence worth wink's second reading. */
export const TRIGGERS: ReadonlySet<string> = new Set(
  readLexicon(new URL('./triggers.tsv', import.meta.url), 1).map(([word]) => word!),
);
