import type { RecordLayer } from '../../5-record/record.ts';
import { recordOf } from '../../5-record/record-of.ts';
import type { Article, ArticleSource } from '../../article/article.ts';
import { type Problem, StageBug } from '../../article/problem.ts';
import type { AnyStage, Outcome, Watch } from '../../pipeline/pipeline.ts';
import { signatureOf } from '../near-duplicates/signature.ts';
import { placeOf, type ReadArticle } from '../work.ts';
import type { Analysed } from './messages.ts';

/** As much of a pipeline as a worker needs. */
export interface Analysis {
  readonly stages: readonly Pick<AnyStage, 'name'>[];
  run(article: ArticleSource, watch?: Watch): Promise<Outcome<RecordLayer>>;
}

/** One article through the pipeline. Never throws: a stage that breaks costs this article and says which stage it was. */
export async function analyse(analysis: Analysis, item: ReadArticle, maxCharacters: number): Promise<Analysed> {
  const { key, article } = item;
  const lost = (stage: string, problem: Problem): Analysed => ({
    ...{ kept: false, key, place: placeOf(item), stage, problem },
  });
  const size = article.text.length;
  if (size > maxCharacters) return lost('read', { code: 'document-too-large', size, limit: maxCharacters });
  let next = 0;
  try {
    const outcome = await analysis.run(article, () => next++);
    if (!outcome.kept) return lost(outcome.problems.at(-1)!.stage, outcome.problems.at(-1)!.problem);
    const problems = [...item.problems.map((problem) => ({ stage: 'read', problem })), ...outcome.problems];
    const record = Buffer.from(`${JSON.stringify(recordOf(outcome.article as Article<RecordLayer>, problems))}\n`);
    return { kept: true, key, place: placeOf(item), id: article.id, record, signature: signatureOf(article.text) };
  } catch (error) {
    const stage = analysis.stages[next]?.name ?? 'record';
    return lost(stage, { code: 'stage-failed', detail: detailOf(error as Error) });
  }
}

/** One line, of bounded length: messages may quote the text. */
function detailOf(error: Error): string {
  const name = error instanceof StageBug ? '' : `${error.name}: `;
  return `${name}${error.message}`.replace(/\s+/g, ' ').slice(0, 200);
}
