import { createHash } from 'node:crypto';
import type { Place, RawDocument, ReadItem } from '../1-read/options.ts';

export type ReadArticle = Extract<ReadItem, { readonly ok: true }>;

export const placeOf = (item: ReadItem): Place => {
  if (!item.ok) return item.source;
  const { path, archive, id } = item.article.source;
  return { path, archive, id };
};

export const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The same work has the same hash in every run, so that what was made of it can be used again. */
export function workHash(work: RawDocument | ReadArticle): string {
  const content =
    'document' in work
      ? [work.document.path, work.envelope, digest(work.document.bytes)]
      : [work.article, work.problems];
  return digest(JSON.stringify(content)).slice(0, 32);
}
