import { ArticleRejected, type Problem } from '../article/problem.ts';
import type { Decoded } from './decode-bytes.ts';
import type { Draft, Refused } from './draft.ts';
import { makeArticle } from './make-article.ts';
import { keyOf, type Place, type ReadItem, type ReadOptions, refusal } from './options.ts';

export interface FoundIn {
  readonly place: Place;
  readonly format: string;
  readonly bytes: Buffer;
  readonly decoded: Pick<Decoded, 'encoding' | 'replaced'>;
}

/** A draft as an item: an article, or the reason why it is none. */
export async function itemOf(
  draft: Draft | Refused,
  { place, format, bytes, decoded }: FoundIn,
  options: ReadOptions,
): Promise<ReadItem> {
  const archive = [place.archive, draft.item].filter((part) => part !== null).join('') || null;
  const own: Place = { path: place.path, archive, id: draft.id };
  if ('refused' in draft) return refusal(own, draft.refused, draft.bytes ?? bytes);
  try {
    const origin = { path: place.path, archive: place.archive, format, bytes, encoding: decoded.encoding };
    const { article, problems } = await makeArticle(draft, origin, options);
    return { ok: true, key: keyOf(own), article, problems: [...decodingProblems(decoded.replaced), ...problems] };
  } catch (error) {
    if (!(error instanceof ArticleRejected)) throw error;
    return refusal(own, error.problem, draft.bytes ?? bytes);
  }
}

const decodingProblems = (count: number): Problem[] => (count > 0 ? [{ code: 'replacement-character', count }] : []);
