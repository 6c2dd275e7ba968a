import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { getSystemErrorMap } from 'node:util';
import { isOfTheSystem, type Problem } from '../article/problem.ts';
import { readStream } from './containers/read-stream.ts';
import { type Held, isMoot, type ReadItem, type ReadOptions, refuse } from './options.ts';
import { readDocument } from './read-document.ts';

/**
 * Reads a file, or standard input when the path is `-`: containers as a stream,
 * single documents whole, up to their limit. Never throws for what the file holds.
 */
export async function* readInput(path: string, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  let number = 0;
  let last = -1;
  for await (const held of openInput(path, options)) {
    for await (const item of itemsOf(held, number, last, options)) {
      last = number;
      yield item;
    }
    number += 1;
  }
}

async function* itemsOf(held: Held, number: number, last: number, options: ReadOptions): AsyncGenerator<ReadItem> {
  if (!('refusal' in held)) yield* readDocument(held.document, options, held.envelope);
  else if (!isMoot(held, number, last)) yield held.refusal;
}

/**
 * The same, with documents left unread: an archive's run reads each in a worker
 * that may be killed, for parsing is where a hostile document does its harm.
 *
 * @param passed told of the bytes of the file that have been read, as they go by
 */
export async function* openInput(
  path: string,
  options: ReadOptions = {},
  passed: (bytes: number) => void = () => {},
): AsyncGenerator<Held> {
  const place = { path, id: null, archive: null };
  try {
    if (path !== '-' && (await lstat(path)).isSymbolicLink()) yield refuse(place, { code: 'link-refused' });
    else
      yield* readStream(counted(bytesOf(path), passed), place, {
        ...options,
        file: path === '-' ? null : path,
        passed,
      });
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === null) throw error;
    yield refuse(place, problem);
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, passed: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    passed(chunk.length);
    yield chunk;
  }
}

const bytesOf = (path: string): AsyncIterable<Buffer> => (path === '-' ? process.stdin : createReadStream(path));

/** "permission denied", without the path, which the problem's line has. */
const inWords = ({ code, errno }: NodeJS.ErrnoException): string =>
  getSystemErrorMap().get(errno ?? 0)?.[1] ?? `${code} from the operating system`;

/** What the operating system said, as a problem of this input; null for a mistake of ours. */
export function fileProblem(error: unknown): Problem | null {
  if (!isOfTheSystem(error)) return null;
  if (error.code === 'ENOENT') return { code: 'file-missing' };
  const detail = error.code === 'EISDIR' ? 'it is a folder, and one file is asked for' : inWords(error);
  return { code: 'file-unreadable', detail };
}
