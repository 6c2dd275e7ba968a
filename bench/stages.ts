import type { ArticleSource } from '../src/article/article.ts';
import type { Layers } from '../src/article/layers.ts';
import type { AnyStage } from '../src/pipeline/pipeline.ts';

type Partially = ArticleSource & Partial<Layers>;

/** Milliseconds each stage takes over all articles, each stage fed what the stages before it made. */
export async function stageTimes(
  stages: readonly AnyStage[],
  sources: readonly ArticleSource[],
  rounds = 3,
): Promise<{ readonly name: string; readonly ms: number }[]> {
  let articles: Partially[] = [...sources];
  const times: { name: string; ms: number }[] = [];
  for (const stage of stages) {
    let ms = Number.POSITIVE_INFINITY;
    let added: Partial<Layers>[] = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      added = [];
      for (const article of articles) added.push(await stage.run(article as never, () => {}));
      if (round > 0) ms = Math.min(ms, performance.now() - start);
    }
    articles = articles.map((article, index) => ({ ...article, ...added[index] }));
    times.push({ name: stage.name, ms });
  }
  return times;
}
