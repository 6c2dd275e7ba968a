import { contentStems, wordsOf } from '../../4-decide/reading/issue-words.ts';
import type { Point } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { lineOf } from './words.ts';

type Weighed = Pick<
  RecordOf<'sentences' | 'roles' | 'voices' | 'issue' | 'verdict' | 'balance'>,
  'text' | 'sentences' | 'issue' | 'verdict' | 'balance'
>;

/**
 * What a point gains in confidence when it holds all words of the issue. Of the main points so chosen more have the side that
 * the gold gives them (`npm run eval:sheets`); strength, restatements, place, evidence and voice added nothing.
 */
const ON_THE_ISSUE = 0.1;

/**
 * The side's point of which oped is surest, the nearer to the issue the better; of equals the first. What the
 * conclusion says already is no point of its own, unless there are no others.
 */
export function mainPoint(record: Weighed, side: Point['side']): Point | null {
  const { balance, verdict } = record;
  const points = balance.points.filter((point) => point.side === side);
  const own = points.filter((point) => !point.sentences.every((index) => verdict.sentences.includes(index)));
  const issue = stemsOf(record.issue.phrase ?? '');
  const weighed = (own.length > 0 ? own : points).map((point) => ({ point, weight: weightOf(record, point, issue) }));
  return (
    weighed.reduce<(typeof weighed)[number] | null>(
      (best, one) => (best && best.weight >= one.weight ? best : one),
      null,
    )?.point ?? null
  );
}

/** A point in the words of the article; where other sentences stand between two of its own, an ellipsis. */
export const pointWords = ({ text, sentences }: Pick<Weighed, 'text' | 'sentences'>, point: Point): string =>
  point.sentences
    .map((index, at) => {
      const goesOn = at === 0 || point.sentences[at - 1] === index - 1;
      return (goesOn ? '' : '[…] ') + lineOf(text, sentences[index]!);
    })
    .join(' ');

/** The main point of a side in the words of the article; null where the side has none. */
export function mainWords(record: Weighed, side: 'pro' | 'con'): string | null {
  const point = mainPoint(record, side);
  return point === null ? null : pointWords(record, point);
}

function weightOf(record: Weighed, point: Point, issue: ReadonlySet<string>): number {
  const confidence =
    point.sentences.reduce((sum, index) => sum + record.sentences[index]!.confidence, 0) / point.sentences.length;
  const words = stemsOf(pointWords(record, point));
  const shared = [...issue].filter((stem) => words.has(stem)).length;
  return confidence + (issue.size === 0 ? 0 : (ON_THE_ISSUE * shared) / issue.size);
}

const stemsOf = (phrase: string): Set<string> => contentStems(wordsOf(phrase));
