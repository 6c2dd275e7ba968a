import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { Problem } from '../article/problem.ts';
import { type InputFile, LIMITS, type ReadItem, type ReadOptions, refusal } from './options.ts';
import { type Envelope, readDocument } from './read-document.ts';

/** What an input holds: documents still to be read, and items where the container itself gives articles. */
export type Held = { readonly document: InputFile; readonly envelope: Envelope } | { readonly item: ReadItem };

/**
 * Reads a file, or standard input when the path is `-`: containers as a stream,
 * single documents whole, up to their limit. Never throws for what the file holds.
 */
export async function* readInput(path: string, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  for await (const held of openInput(path, options)) {
    if ('item' in held) yield held.item;
    else yield* readDocument(held.document, options, held.envelope);
  }
}

/**
 * The same, with documents left unread: an archive's run reads each in a worker
 * that may be killed, for parsing is where a hostile document does its harm.
 */
export async function* openInput(path: string, options: ReadOptions = {}): AsyncGenerator<Held> {
  const place = { path, id: null, archive: null };
  try {
    if (path !== '-' && (await lstat(path)).isSymbolicLink())
      return void (yield { item: refusal(place, { code: 'link-refused' }) });
    const stream = path === '-' ? process.stdin : createReadStream(path);
    const limit = options.maxBytes ?? LIMITS.document;
    const bytes = await collect(stream, limit);
    if (bytes === null) yield { item: refusal(place, { code: 'input-too-large', limit }) };
    else yield { document: { path, bytes }, envelope: {} };
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === null) throw error;
    yield { item: refusal(place, problem) };
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
