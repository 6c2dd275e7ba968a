import type { Place, RawDocument, ReadItem } from '../1-read/options.ts';
import { sha256 } from '../article/sha256.ts';

export type ReadArticle = Extract<ReadItem, { readonly ok: true }>;

export const placeOf = (item: ReadItem): Place => {
  if (!item.ok) return item.source;
  const { path, archive, id } = item.article.source;
  return { path, archive, id };
};

/** The same work has the same hash in every run, so that what was made of it can be used again. */
export function workHash(work: RawDocument | ReadArticle): string {
  const content =
    'document' in work
      ? [work.document.path, work.envelope, sha256(work.document.bytes)]
      : [work.article, work.problems];
  return sha256(JSON.stringify(content)).slice(0, 32);
}
