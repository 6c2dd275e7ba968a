import type { Span } from '../article/span.ts';
import type { OpedRecord } from './record.ts';

/**
 * What a record names that it does not have: a position outside of its text
 * would show wrong words in every table, the number of a missing sentence none.
 *
 * @returns it in words; null when all is there
 */
export function missingReference(record: OpedRecord): string | null {
  const span = spansOf(record).find(({ start, end }) => start > end || end > record.text.length);
  if (span) return `the positions ${span.start} to ${span.end} are not in the text`;
  const gone = numbersOf(record).find(({ number, of }) => number < 0 || number >= of.length);
  return gone ? `there is no ${gone.what} ${gone.number}` : null;
}

const spansOf = ({ blocks, sentences, entities, markers, attributions, expressions, ...rest }: OpedRecord): Span[] => [
  ...[...blocks, ...sentences, ...markers, ...expressions],
  ...sentences.flatMap(({ holderSpan }) => holderSpan ?? []),
  ...entities.flatMap(({ mentions }) => mentions),
  ...attributions.flatMap(({ source, cue, content }) => [source ?? [], cue ?? [], content].flat()),
  ...rest.concessions.flatMap(({ cue, conceded, asserted }) => [cue, conceded, asserted]),
  ...rest.conditions.flatMap(({ cue, antecedent, consequent }) => [cue, antecedent, consequent]),
];

interface Numbered {
  readonly what: string;
  /** Counted from 0. */
  readonly number: number;
  readonly of: readonly unknown[];
}

const numbersOf = ({ blocks, sentences, conditions, verdict, balance: { points } }: OpedRecord): Numbered[] => [
  ...sentences.map(({ block }) => ({ what: 'block', number: block, of: blocks })),
  ...[...verdict.sentences, ...points.flatMap((point) => point.sentences)].map((number) => ({
    ...{ what: 'sentence', number, of: sentences },
  })),
  ...points.flatMap(({ condition: number }) => (number === null ? [] : { what: 'condition', number, of: conditions })),
];
