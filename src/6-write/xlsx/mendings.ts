import type { ProblemLine } from '../../5-record/problem-line.ts';
import { problemLine } from '../../5-record/problem-line.ts';
import type { OpedRecord } from '../../5-record/record.ts';
import type { MendedColumn } from './table-sheets.ts';

const STAGE = 'write-workbook';

/** Gathers what had to be cut or removed of one record, as one problem a column. */
export function mendings(record: OpedRecord) {
  const cut = new Map<string, number>();
  const removed = new Map<string, number>();
  return {
    noteFor:
      ({ name }: { readonly name: string }): MendedColumn =>
      (header, what) => {
        const column = `${name}.${header}`;
        if (what.cut) cut.set(column, (cut.get(column) ?? 0) + 1);
        if (what.removed > 0) removed.set(column, (removed.get(column) ?? 0) + what.removed);
      },
    lines: (): ProblemLine[] => [
      ...[...cut].map(([column, count]) =>
        problemLine(record.source, record.id, { stage: STAGE, problem: { code: 'cell-cut', column, count } }),
      ),
      ...[...removed].map(([column, count]) =>
        problemLine(record.source, record.id, { stage: STAGE, problem: { code: 'characters-removed', column, count } }),
      ),
    ],
  };
}
