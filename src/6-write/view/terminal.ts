import { styleText } from 'node:util';
import type { OpedRecord } from '../../5-record/record.ts';
import { counted } from '../../5-record/tables/words.ts';
import { MARKER_KINDS } from '../../article/layers.ts';
import { flat, item, sideBySide, wrap } from './columns.ts';
import {
  authorLine,
  markerWords,
  nameGroups,
  pointsOf,
  pointText,
  quotesOf,
  verdictEvidence,
  verdictLine,
} from './facts.ts';

export interface TerminalOptions {
  /** Characters in a line; between 60 and 160 are used. */
  readonly width: number;
  readonly colour: boolean;
}

/** One article taken apart, for a person in a terminal. */
export function terminalView(record: OpedRecord, { width, colour }: TerminalOptions): string {
  const columns = Math.min(160, Math.max(60, width));
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const heading = (text: string) => ['', paint('bold', text.toUpperCase())];
  return [
    ...head(record, columns).map((line, index) => (index === 0 ? paint('bold', line) : line)),
    ...heading('Issue'),
    ...issueLines(record, columns),
    ...heading('Verdict'),
    ...verdictLines(record, columns),
    ...heading('Balance sheet'),
    ...balanceLines(record, columns, paint),
    ...heading('Named'),
    ...nameLines(record, columns),
    ...heading('Stance'),
    ...stanceLines(record, columns),
    ...heading('Who said what'),
    ...quoteLines(record, columns),
    '',
  ].join('\n');
}

type Paint = (style: 'green' | 'red', text: string) => string;

function head(record: OpedRecord, width: number): string[] {
  const by = authorLine(record);
  const facts = [by && `by ${by}`, record.published, record.source.path].filter(Boolean).join(' · ');
  return [...wrap(record.title ?? '(no title)', width), ...wrap(facts, width)];
}

function issueLines({ issue }: OpedRecord, width: number): string[] {
  if (issue.phrase === null) return ['none found'];
  const also = issue.alternatives.map(({ phrase }) => flat(phrase)).slice(0, 3);
  return [
    ...wrap(`${flat(issue.phrase)} (confidence ${issue.confidence.toFixed(2)}, ${issue.by})`, width),
    ...(also.length > 0 ? wrap(`or: ${also.join(' | ')}`, width) : []),
  ];
}

const verdictLines = (record: OpedRecord, width: number): string[] => [
  verdictLine(record),
  ...verdictEvidence(record).flatMap((words) => item('  > ', words, width)),
];

function balanceLines(record: OpedRecord, width: number, paint: Paint): string[] {
  const column = Math.floor((width - 3) / 2);
  const list = (side: 'pro' | 'con', mark: string) =>
    pointsOf(record, side).flatMap((point) => item(mark, pointText(record, point), column));
  const { pro, con, both } = record.balance;
  const title = (side: string, count: number) =>
    `${side} (${counted(count, 'sentence')}${both > 0 ? `, ${both} more for both sides` : ''})`;
  const [titles = ''] = sideBySide([title('PRO', pro)], [title('CON', con)], column);
  const rule = `${'─'.repeat(column)}─┼─${'─'.repeat(column)}`;
  const rows = sideBySide(list('pro', '+ '), list('con', '- '), column);
  return [titles, rule, ...rows.map((row) => painted(row, column, paint))];
}

const painted = (row: string, column: number, paint: Paint): string =>
  paint('green', row.slice(0, column)) + row.slice(column, column + 3) + paint('red', row.slice(column + 3));

const nameLines = (record: OpedRecord, width: number): string[] => {
  const lines = nameGroups(record).flatMap(({ label, names }) =>
    item(`${label}: `.padEnd(15), names.join('; '), width),
  );
  return lines.length > 0 ? lines : ['none found'];
};

function stanceLines(record: OpedRecord, width: number): string[] {
  const { author, other } = record.profile;
  const rows = MARKER_KINDS.flatMap((kind) => {
    const mine = author.kinds[kind];
    const theirs = other.kinds[kind];
    const numbers = `${String(mine.count).padStart(4)} ${mine.perThousand.toFixed(1).padStart(6)} ${String(theirs.count).padStart(7)}   `;
    return item(`${kind.replace('_', '-').padEnd(13)}${numbers}`, markerWords(record, kind).join(', ') || '–', width);
  });
  return [`${''.padEnd(13)}${'n'.padStart(4)} ${'/1000'.padStart(6)} ${'others'.padStart(7)}   words`, ...rows];
}

const quoteLines = (record: OpedRecord, width: number): string[] => {
  const lines = quotesOf(record).flatMap(({ speaker, words, kind }) =>
    item('· ', `${speaker} (${kind}): ${words}`, width),
  );
  return lines.length > 0 ? lines : ['nobody is quoted or reported'];
};
