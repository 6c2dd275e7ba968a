import { recordOf } from '../src/5-record/record-of.ts';
import type { OpedRecord } from '../src/5-record/record.ts';
import { type ReadItem, type ReadOptions, readInput } from '../src/1-read/read-input.ts';
import { describe } from '../src/article/problem.ts';
import type { Watch } from '../src/pipeline/pipeline.ts';
import { type AnalysisOptions, analysis } from './analysis.ts';

export interface TakeApartOptions extends ReadOptions, AnalysisOptions {
  /** Sees the article after each stage. */
  readonly watch?: Watch;
}

export type TakenApart =
  | { readonly ok: true; readonly record: OpedRecord }
  | { readonly ok: false; readonly path: string; readonly message: string };

/** Use: one analyst, one article (or the few that a file holds), an answer now. */
export async function* takeApart(path: string, options: TakeApartOptions = {}): AsyncGenerator<TakenApart> {
  const stages = analysis(options);
  for await (const item of readInput(path, options)) yield await taken(item, stages, options.watch);
}

async function taken(item: ReadItem, stages: ReturnType<typeof analysis>, watch?: Watch): Promise<TakenApart> {
  if (!item.ok) return { ok: false, path: item.source.archive ?? item.source.path, message: describe(item.problem) };
  const outcome = await stages.run(item.article, watch);
  const problems = [...item.problems.map((problem) => ({ stage: 'read', problem })), ...outcome.problems];
  if (outcome.kept) return { ok: true, record: recordOf(outcome.article, problems) };
  return { ok: false, path: item.article.source.path, message: problems.map(({ problem }) => describe(problem)).join(' ') };
}
