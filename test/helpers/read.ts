import type { ReadItem, ReadOptions } from '../../src/1-read/options.ts';
import { readDocument } from '../../src/1-read/read-document.ts';
import type { ArticleSource } from '../../src/article/article.ts';

/** All items of an asynchronous generator. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What a document in memory becomes. */
export const read = (
  content: string | Uint8Array,
  path = 'piece.txt',
  options: ReadOptions = {},
): Promise<ReadItem[]> => all(readDocument({ path, bytes: Buffer.from(content as string) }, options));

/** The one article that a document becomes; anything else fails the test. */
export async function readOne(
  content: string | Uint8Array,
  path = 'piece.txt',
  options: ReadOptions = {},
): Promise<ArticleSource> {
  const items = await read(content, path, options);
  const [item] = items;
  if (items.length !== 1 || !item?.ok) throw new Error(`not one article: ${JSON.stringify(items)}`);
  return item.article;
}

/** The codes with which a document is refused. */
export const codes = (items: readonly ReadItem[]): string[] =>
  items.map((item) => (item.ok ? 'ok' : item.problem.code));
