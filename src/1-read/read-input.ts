import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { Problem } from '../article/problem.ts';
import { LIMITS, type ReadItem, type ReadOptions, refusal } from './options.ts';
import { readDocument } from './read-document.ts';

/**
 * Reads a file, or standard input when the path is `-`: containers as a stream,
 * single documents whole, up to their limit. Never throws for what the file holds.
 */
export async function* readInput(path: string, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  const place = { path, id: null, archive: null };
  try {
    if (path !== '-' && (await lstat(path)).isSymbolicLink())
      return void (yield refusal(place, { code: 'link-refused' }));
    const stream = path === '-' ? process.stdin : createReadStream(path);
    const bytes = await collect(stream, options.maxBytes ?? LIMITS.document);
    if (bytes === null) yield refusal(place, { code: 'input-too-large', limit: options.maxBytes ?? LIMITS.document });
    else yield* readDocument({ path, bytes }, options);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === null) throw error;
    yield refusal(place, problem);
  }
}

/** All bytes of a stream, or null when they are more than `limit`. */
async function collect(stream: AsyncIterable<Buffer>, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What the operating system said, as a problem of this input; null for a mistake of ours. */
export function fileProblem(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code === 'ENOENT') return { code: 'file-missing' };
  return /^E[A-Z]+$/.test(error.code)
    ? { code: 'file-unreadable', detail: `${error.code.toLowerCase()} from the operating system` }
    : null;
}
