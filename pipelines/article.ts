import type { ReadItem, ReadOptions } from '../src/1-read/options.ts';
import { readInput } from '../src/1-read/read-input.ts';
import { type ProblemLine, problemLine } from '../src/5-record/problem-line.ts';
import type { OpedRecord } from '../src/5-record/record.ts';
import { recordOf } from '../src/5-record/record-of.ts';
import type { Watch } from '../src/pipeline/pipeline.ts';
import { type AnalysisOptions, analysis } from './analysis.ts';

export interface TakeApartOptions extends ReadOptions, AnalysisOptions {
  /** Sees the article after each stage. */
  readonly watch?: Watch;
}

export type TakenApart =
  | { readonly ok: true; readonly record: OpedRecord }
  | { readonly ok: false; readonly problem: ProblemLine };

/** Use: one analyst, one article (or the few that a file holds), an answer now. */
export async function* takeApart(path: string, options: TakeApartOptions = {}): AsyncGenerator<TakenApart> {
  const stages = analysis(options);
  for await (const item of readInput(path, options)) yield await taken(item, stages, options.watch);
}

async function taken(item: ReadItem, stages: ReturnType<typeof analysis>, watch?: Watch): Promise<TakenApart> {
  if (!item.ok) return { ok: false, problem: problemLine(item.source, null, { stage: 'read', problem: item.problem }) };
  const outcome = await stages.run(item.article, watch);
  if (!outcome.kept) return { ok: false, problem: problemLine(item.article.source, null, outcome.problems.at(-1)!) };
  const reading = item.problems.map((problem) => ({ stage: 'read', problem }));
  return { ok: true, record: recordOf(outcome.article, [...reading, ...outcome.problems]) };
}
