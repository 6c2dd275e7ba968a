import type { Article, ArticleSource } from '../article/article.ts';
import type { LayerName, Layers } from '../article/layers.ts';
import { ArticleRejected, type Problem } from '../article/problem.ts';
import { assertPromiseKept } from './promise.ts';
import type { Stage } from './stage.ts';

/** Stages in order. `Has` names the layers that an article has at the end. */
export interface Pipeline<Has extends LayerName> {
  readonly stages: readonly AnyStage[];

  /** This pipeline with one more stage; the compiler checks that what the stage needs is there. */
  use<Adds extends LayerName>(stage: Stage<Has, Adds> & NewLayers<Has, Adds>): Pipeline<Has | Adds>;

  /** Sends one article through all stages; `watch` sees the article after each of them. */
  run(article: ArticleSource, watch?: Watch): Promise<Outcome<Has>>;
}

export type Watch = (stage: AnyStage, article: ArticleSource & Partial<Layers>) => void;

/** A problem and the stage that reported it. */
export interface StagedProblem {
  readonly stage: string;
  readonly problem: Problem;
}

export type Outcome<Has extends LayerName> =
  | { readonly kept: true; readonly article: Article<Has>; readonly problems: readonly StagedProblem[] }
  | { readonly kept: false; readonly source: ArticleSource; readonly problems: readonly StagedProblem[] };

/** The empty pipeline, to which stages are added by `use`. */
export const pipeline = (): Pipeline<never> => withStages([]);

// biome-ignore lint/suspicious/noExplicitAny: the list forgets what `use` has checked
export type AnyStage = Stage<any, any>;

/** Two stages that add one layer are an error, told in words at the second one. */
type NewLayers<Has, Adds extends LayerName> = [Adds & Has] extends [never]
  ? unknown
  : { readonly error: `${Adds & Has & string} is already there: an earlier stage adds it` };

function withStages<Has extends LayerName>(stages: readonly AnyStage[]): Pipeline<Has> {
  return {
    stages,
    use: (next) => withStages([...stages, next]),
    run: (article, watch) => runStages<Has>(stages, article, watch),
  };
}

async function runStages<Has extends LayerName>(
  stages: readonly AnyStage[],
  source: ArticleSource,
  watch: Watch | undefined,
): Promise<Outcome<Has>> {
  const problems: StagedProblem[] = [];
  let current: ArticleSource & Partial<Layers> = source;
  for (const step of stages) {
    const report = (problem: Problem) => problems.push({ stage: step.name, problem });
    try {
      const added = await step.run(current as Article<never>, report);
      assertPromiseKept(step.name, step.adds, added, source.text);
      current = { ...current, ...added };
    } catch (error) {
      if (!(error instanceof ArticleRejected)) throw error;
      return { kept: false, source, problems: [...problems, { stage: step.name, problem: error.problem }] };
    }
    watch?.(step, current);
  }
  // Each stage has added what its type says, which the compiler cannot follow through the loop.
  return { kept: true, article: current as Article<Has>, problems };
}
