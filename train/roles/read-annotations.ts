import { readOurs } from '../opeds.ts';
import { type GoldArticle, rolesOf, segment } from './gold.ts';

/** Real op-eds whose issue, lean and sentence roles we read ourselves; see `annotations.tsv`. The texts stay where they are. */
export async function readAnnotations(): Promise<GoldArticle[]> {
  const ours = await readOurs();
  return Promise.all(
    ours.map(async ({ oped, lean, issue, sentences }) => {
      const article = await segment(oped);
      return {
        article,
        source: 'annotations' as const,
        issue,
        lean: lean as GoldArticle['lean'],
        roles: rolesOf(article, { sentences }),
      };
    }),
  );
}
