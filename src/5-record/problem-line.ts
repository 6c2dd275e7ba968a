import type { Source } from '../article/article.ts';
import type { StagedProblem } from '../pipeline/pipeline.ts';
import type { OpedRecord } from './record.ts';
import { problemOf } from './record-of.ts';

/** One line of `problems.jsonl`: a problem and the document it concerns, also where no record came of it. */
export interface ProblemLine {
  readonly path: string;
  /** The id that a JSON(L) input gave the document. */
  readonly item: string | null;
  /** Path inside an archive. */
  readonly archive: string | null;
  /** Id of the record; null when there is none. */
  readonly article: string | null;
  readonly stage: string;
  readonly code: string;
  readonly message: string;
}

type Document = Pick<Source, 'path' | 'id' | 'archive'>;

/** The line for a problem of one document; `article` is the record's id where a record came of it. */
export const problemLine = (
  { path, id, archive }: Document,
  article: string | null,
  problem: StagedProblem,
): ProblemLine => ({ path, item: id, archive, article, ...problemOf(problem) });

/** The problems that a record itself remembers. */
export const problemsOf = ({ source: { path, id, archive }, id: article, problems }: OpedRecord): ProblemLine[] =>
  problems.map(({ stage, code, message }) => ({ path, item: id, archive, article, stage, code, message }));
