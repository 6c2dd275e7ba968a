import type { Article } from '../../article/article.ts';
import type { Sentence } from '../../article/layers.ts';
import { type Readable, readingOf } from '../reading/reading.ts';
import { type Weighed, withWords } from '../weigh-words/weigh-words.ts';
import { type LeanWeight, weighLean } from './weigh-lean.ts';

/** An article read toward its issue, and the side that the whole of it takes. */
export interface Leaning {
  readonly reading: Weighed;
  readonly lean: LeanWeight;
}

const known = new WeakMap<readonly Sentence[], Leaning & { readonly phrase: string | null; readonly given: boolean }>();

/** What was read is kept as long as the article's sentences are, so that roles and verdict read it once. */
export function leaningOf(article: Readable & Article<'issue'>): Leaning {
  const { phrase, by } = article.issue;
  const given = by === 'given';
  const before = known.get(article.sentences);
  if (before && before.phrase === phrase && before.given === given) return before;
  const reading = withWords(readingOf(article, phrase, given));
  const leaning = { reading, lean: weighLean(reading), phrase, given };
  known.set(article.sentences, leaning);
  return leaning;
}
