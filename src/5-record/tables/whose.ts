import { type Quotation, quotationsOf } from '../../3-annotate/find-attributions/quotations.ts';
import type { Point } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
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

/** The author where no byline names one. */
export const AUTHOR = 'the author';

/** Who makes a point; where it is someone else's and nobody is named, how one sees that. */
export function whoseOf(
  record: Voiced,
  { voice, holder, sentences }: Pick<Point, 'voice' | 'holder' | 'sentences'>,
): string {
  const named = nameOf(record.entities, holder);
  if (named !== null && !NOBODY.test(named)) return named;
  if (sentences.every((index) => isQuoted(record, record.sentences[index]!))) return 'quoted, speaker unclear';
  if (voice === 'other') return 'reported, speaker unclear';
  return authorsOf(record) || AUTHOR;
}

function isQuoted(record: Voiced, { start, end }: Span): boolean {
  const quotations = quotedIn(record);
  let quoted = 0;
  for (let at = firstAfter(quotations, start); at < quotations.length && quotations[at]!.start < end; at++)
    quoted += Math.min(quotations[at]!.end, end) - Math.max(quotations[at]!.start, start);
  return quoted >= QUOTED * (end - start);
}

/** Position of the first quotation that ends after `start`; they lie one after the other. */
function firstAfter(quotations: readonly Quotation[], start: number): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Found once a record. */
const known = new WeakMap<Voiced['blocks'], readonly Quotation[]>();

function quotedIn({ text, blocks }: Voiced): readonly Quotation[] {
  const before = known.get(blocks);
  if (before) return before;
  const quotations = quotationsOf(text, blocks);
  known.set(blocks, quotations);
  return quotations;
}
