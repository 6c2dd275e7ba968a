import { dirname } from 'node:path';
import { type ProblemLine, problemsOf } from '../../5-record/problem-line.ts';
import type { OpedRecord } from '../../5-record/record.ts';
import { describe } from '../../article/problem.ts';
import { SegmentReader } from '../ledger/segment-reader.ts';
import { readLines } from '../read-lines.ts';
import type { Ordered } from './order-results.ts';

/** What a run comes to, in the order of the outputs, read from the disk as often as the writers want it. */
export class Results {
  readonly #order: string;
  readonly #segments: SegmentReader;
  readonly #keepDuplicates: boolean;

  /** @param order the file that `orderResults` wrote, beside the segments */
  constructor(order: string, keepDuplicates: boolean) {
    this.#order = order;
    this.#segments = new SegmentReader(dirname(order));
    this.#keepDuplicates = keepDuplicates;
  }

  close(): Promise<void> {
    return this.#segments.close();
  }

  async *items(): AsyncGenerator<Ordered> {
    for await (const { text } of readLines(this.#order)) yield JSON.parse(text) as Ordered;
  }

  /** The lines of the kept records, `\n` included. */
  async *lines(): AsyncGenerator<Buffer> {
    for await (const item of this.items()) {
      if (item.made && this.#isKept(item)) yield await this.#segments.read(item.made, item.made.record);
    }
  }

  async *records(): AsyncGenerator<OpedRecord> {
    for await (const line of this.lines()) yield JSON.parse(line.toString('utf8')) as OpedRecord;
  }

  /** What went wrong, and what was left out, document by document. */
  async *problems(): AsyncGenerator<ProblemLine> {
    for await (const item of this.items()) {
      if (item.failed) yield failedLine(item);
      else if (!this.#isKept(item)) yield duplicateLine(item);
      else yield* problemsIn(await this.#segments.read(item.made!, item.made!.record));
    }
  }

  /** The near-duplicates and what they are like. */
  async *duplicates(): AsyncGenerator<DuplicateLine> {
    for await (const item of this.items()) if (item.duplicate) yield linkOf(item, this.#keepDuplicates);
  }

  #isKept = ({ duplicate }: Ordered): boolean => duplicate === null || this.#keepDuplicates;
}

/** How the line of a record without problems ends: they are its last field. */
const NO_PROBLEMS = Buffer.from('"problems":[]}\n');

/** Most records have none, and need not be taken apart to see it. */
const problemsIn = (line: Buffer): ProblemLine[] =>
  line.subarray(-NO_PROBLEMS.length).equals(NO_PROBLEMS) ? [] : problemsOf(JSON.parse(line.toString('utf8')));

/** A line of `duplicates.csv`. */
export interface DuplicateLine {
  readonly id: string;
  readonly path: string;
  readonly archive: string | null;
  readonly item: string | null;
  readonly like_id: string;
  readonly like_path: string;
  readonly like_archive: string | null;
  readonly like_item: string | null;
  readonly likeness: number;
  readonly kept: boolean;
}

const linkOf = ({ place, made, duplicate }: Ordered, kept: boolean): DuplicateLine => ({
  id: made!.id,
  path: place.path,
  archive: place.archive,
  item: place.id,
  like_id: duplicate!.id,
  like_path: duplicate!.place.path,
  like_archive: duplicate!.place.archive,
  like_item: duplicate!.place.id,
  likeness: Math.round(duplicate!.likeness * 100) / 100,
  kept,
});

function failedLine({ place: { path, id, archive }, failed }: Ordered): ProblemLine {
  const { stage, code, message } = failed!;
  return { path, item: id, archive, article: null, stage, code, message };
}

function duplicateLine({ place: { path, id, archive }, duplicate }: Ordered): ProblemLine {
  const { place, likeness } = duplicate!;
  const of = [place.path, place.archive, place.id].filter((part) => part !== null).join(' ');
  const problem = { code: 'near-duplicate', of, likeness } as const;
  return {
    path,
    item: id,
    archive,
    article: null,
    stage: 'link-duplicates',
    code: problem.code,
    message: describe(problem),
  };
}
