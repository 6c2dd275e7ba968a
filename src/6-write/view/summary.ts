import type { OpedRecord } from '../../5-record/record.ts';
import { counted } from '../../5-record/tables/words.ts';
import type { Lean } from '../../article/layers.ts';
import { flat } from './columns.ts';

/** So many articles are shown, a line each; the tables have them all. */
const SHOWN = 20;

export interface Counts {
  readonly records: number;
  readonly failed: number;
  readonly duplicates: number;
}

/**
 * What came of an archive, on one screen: how many, which leans, and the first articles with their balance.
 *
 * @param written where, and which files
 */
export async function summaryView(
  records: () => AsyncIterable<OpedRecord>,
  summary: Counts,
  written: string,
): Promise<string> {
  const leans: Record<Lean, number> = { pro: 0, con: 0, balanced: 0, unknown: 0 };
  const lines: string[] = [];
  for await (const record of records()) {
    leans[record.verdict.lean]++;
    if (lines.length < SHOWN) lines.push(articleLine(record));
  }
  const more = summary.records - lines.length;
  return [
    ...(lines.length > 0 ? [HEADER, ...lines] : []),
    ...(more > 0 ? [`… and ${more} more`] : []),
    '',
    `${counted(summary.records, 'article')}, by oped’s guess: ${leans.pro} lean pro, ${leans.con} con, ${leans.balanced} balanced, ${leans.unknown} unknown`,
    `${counted(summary.failed, 'document')} failed, ${counted(summary.duplicates, 'near-duplicate')}`,
    `written to ${written}`,
    '',
  ].join('\n');
}

const padded = (text: string, width: number): string =>
  (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);

const HEADER = `${'guess'.padEnd(9)}${'pro'.padStart(4)}${'con'.padStart(4)}  ${padded('issue', 38)}  title`;

const articleLine = ({ verdict, balance, issue, title }: OpedRecord): string =>
  [
    verdict.lean.padEnd(9),
    String(balance.pro).padStart(4),
    String(balance.con).padStart(4),
    `  ${padded(flat(issue.phrase ?? '–'), 38)}`,
    `  ${flat(title ?? '(no title)').slice(0, 60)}`,
  ].join('');
