import { type Quoted, quotationsOf, quotedIn } from '../../3-annotate/find-attributions/quotations.ts';
import type { Point } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { authorsOf, nameOf } from './words.ts';

type Voiced = Pick<
  RecordOf<'front' | 'blocks' | 'sentences' | 'roles' | 'voices' | 'entities'>,
  'text' | 'authors' | 'blocks' | 'sentences' | 'entities'
>;

/**
 * Part of a point in quotation marks from which on it is nobody's but the one quoted: of sentences with a side quoted that far,
 * 15 of 18 in train/roles/essays and 3 of 3 in gold/train and gold/roles are another's; of those quoted less, 1 in 5 in gold.
 */
const QUOTED = 0.6;

/** Words that name nobody, and pieces of a clause taken for a name: "nobody", "sure it". */
const NOBODY = /^(?:no|any|some|every)(?:body|one)$|(?:^| )(?:it|this|that|which|there)$/iu;

/** The authors, as a point of theirs is credited. */
export const authorOf = (record: Pick<Voiced, 'authors'>): string => authorsOf(record) || 'the author';

/** Who makes a point; where it is someone else's and nobody is named, how one sees that. */
export function whoseOf(
  record: Voiced,
  { voice, holder, sentences }: Pick<Point, 'voice' | 'holder' | 'sentences'>,
): string {
  const named = nameOf(record.entities, holder);
  if (named !== null && !NOBODY.test(named)) return named;
  if (sentences.every((index) => isQuoted(record, index))) return 'quoted, speaker unclear';
  if (voice === 'other') return 'reported, speaker unclear';
  return authorOf(record);
}

function isQuoted(record: Voiced, index: number): boolean {
  const { start, end } = record.sentences[index]!;
  return quotedOf(record)[index]!.characters >= QUOTED * (end - start);
}

/** Found once a record. */
const known = new WeakMap<Voiced['sentences'], readonly Quoted[]>();

function quotedOf({ text, blocks, sentences }: Voiced): readonly Quoted[] {
  const before = known.get(sentences);
  if (before) return before;
  const quoted = quotedIn(sentences, quotationsOf(text, blocks));
  known.set(sentences, quoted);
  return quoted;
}
