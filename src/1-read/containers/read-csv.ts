import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ArticleRejected } from '../../article/problem.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { type Held, LIMITS, type Place, type ReadOptions } from '../options.ts';
import { ByteReader } from './byte-reader.ts';

/** So much settles the encoding and the separator. */
const LOOK = 64 * 1024;

/** Excel's limit. */
const MOST_COLUMNS = 16_384;

/**
 * A table with one article a row and names in its first line, row by row.
 *
 * @throws ArticleRejected `invalid-csv` from where on the rows cannot be told apart
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  options: ReadOptions,
): AsyncGenerator<Held> {
  const reader = new ByteReader(chunks);
  const head = await reader.peek(LOOK);
  const decoded = decodeBytes(head.subarray(0, head.lastIndexOf(10) + 1 || head.length));
  const rows = parse({
    columns: columnsOf,
    delimiter: separatorOf(decoded.text),
    max_record_size: options.maxLineBytes ?? LIMITS.line,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(decodedChunks(reader.rest(), decoded.encoding.name), { objectMode: false });
  source.on('error', (error) => rows.destroy(error)).pipe(rows);
  let number = 0;
  try {
    for await (const row of rows as AsyncIterable<Record<string, unknown>>) {
      const bytes = Buffer.from(JSON.stringify(row));
      const cut = { as: 'row', number: ++number, encoding: decoded.encoding } as const;
      yield { document: { path: place.path, bytes }, envelope: { archive: place.archive, cut } };
    }
  } catch (error) {
    throw csvProblem(error);
  } finally {
    source.destroy();
  }
}

function csvProblem(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = Number((error as { lines?: number }).lines ?? 1);
  return new ArticleRejected(
    { code: 'invalid-csv', line, detail: error.code.toLowerCase().replaceAll('_', ' ') },
    { cause: error },
  );
}

/** @throws ArticleRejected `invalid-csv` for more columns than a table of articles has: each takes memory beside its name */
function columnsOf(names: readonly string[]): string[] {
  if (names.length > MOST_COLUMNS)
    throw new ArticleRejected({ code: 'invalid-csv', line: 1, detail: `it names more than ${MOST_COLUMNS} columns` });
  return names.map((name, index) => name.trim() || `column ${index + 1}`);
}

/** The character that most often parts the names in the first line. */
function separatorOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

async function* decodedChunks(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  // Windows-1252 goes through the whole-buffer decoder, see decode-bytes; it has one byte a character.
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding);
  for await (const chunk of chunks) {
    yield decoder ? decoder.decode(chunk, { stream: true }) : decodeBytes(Buffer.from(chunk), encoding).text;
  }
}
