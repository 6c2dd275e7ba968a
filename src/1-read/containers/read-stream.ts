import { ArticleRejected } from '../../article/problem.ts';
import { type Held, LIMITS, type Place, type ReadOptions, refuse } from '../options.ts';
import { ByteReader, collect } from './byte-reader.ts';
import { readCsv } from './read-csv.ts';
import { isList, readEntries } from './read-entries.ts';
import { readJsonl } from './read-jsonl.ts';
import { readMbox } from './read-mbox.ts';
import { readTar } from './read-tar.ts';
import { readWarc } from './read-warc.ts';
import { readZip } from './read-zip.ts';
import { type Carrier, recogniseCarrier } from './recognise-carrier.ts';
import { gunzip } from './unpack.ts';

/** What a container needs to read what lies in it. */
export interface Inside {
  readonly maxEntries: number;
  readonly read: (chunks: AsyncIterable<Uint8Array>, place: Place) => AsyncGenerator<Held>;
  /** Told of bytes read where the container reads the file itself. */
  readonly passed: (bytes: number) => void;
}

export interface StreamOptions extends ReadOptions {
  /** How many archives lie around this stream. */
  readonly depth?: number;
  /** The file that the stream comes from, when it comes straight from one: ZIP has its directory at the end. */
  readonly file?: string | null;
  /** Told of the bytes of `file` that are not read from the stream. */
  readonly passed?: (bytes: number) => void;
}

/** An archive in an archive is read, one inside of that is not. */
const DEEPEST = 2;

/**
 * Reads a stream of bytes, whatever it is: containers item by item, single
 * documents whole, up to their limit. What cannot be read comes out as a refusal.
 */
export async function* readStream(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  options: StreamOptions,
): AsyncGenerator<Held> {
  const reader = new ByteReader(chunks);
  try {
    const carrier = recogniseCarrier(await reader.peek(64 * 1024), place.archive ?? place.path);
    yield* saidSo(readCarrier(carrier, reader, place, options), place);
  } catch (error) {
    if (!(error instanceof ArticleRejected)) throw error;
    yield refuse(place, error.problem);
  } finally {
    await reader.close();
  }
}

function readCarrier(carrier: Carrier, reader: ByteReader, place: Place, options: StreamOptions): AsyncGenerator<Held> {
  const depth = options.depth ?? 0;
  switch (carrier.kind) {
    case 'gzip':
      return readStream(gunzip(reader.rest()), place, { ...options, file: null });
    case 'zip':
    case 'tar':
      return depth < DEEPEST
        ? readArchive(carrier.kind, reader, place, options)
        : one(refuse(place, { code: 'archive-too-deep' }));
    case 'warc':
      return readWarc(reader.rest(), place, options);
    case 'mbox':
      return readMbox(reader.rest(), place, options);
    case 'jsonl':
      return readJsonl(reader.rest(), place, options);
    case 'csv':
      return readCsv(reader.rest(), place, options);
    case 'unread':
      return one(refuse(place, { code: 'format-not-read', format: carrier.format }));
    case 'document':
      return readWhole(reader, place, options);
  }
}

async function* readArchive(
  kind: 'zip' | 'tar',
  reader: ByteReader,
  place: Place,
  options: StreamOptions,
): AsyncGenerator<Held> {
  const deeper: StreamOptions = { ...options, depth: (options.depth ?? 0) + 1, file: null };
  const inside: Inside = {
    maxEntries: options.maxEntries ?? LIMITS.entries,
    read: (chunks, own) => readStream(chunks, own, deeper),
    passed: (options.file && options.passed) || (() => {}),
  };
  if (kind === 'tar') return yield* readTar(reader.rest(), place, inside);
  const source = options.file ?? (await collect(reader.rest(), LIMITS.nested));
  if (source === null) yield refuse(place, { code: 'input-too-large', limit: LIMITS.nested });
  else yield* readZip(source, place, inside);
}

async function* readWhole(reader: ByteReader, place: Place, options: StreamOptions): AsyncGenerator<Held> {
  const limit = options.maxBytes ?? LIMITS.document;
  const isInParts = isList(await reader.peek(4096));
  const bytes = isInParts ? await reader.take(limit + 1) : await collect(reader.rest(), limit);
  if (isInParts && bytes && bytes.length > limit) yield* readEntries(after(bytes, reader), place, options);
  else if (bytes === null) yield refuse(place, { code: 'input-too-large', limit });
  else yield { document: { path: place.path, bytes }, envelope: { archive: place.archive } };
}

async function* after(bytes: Buffer, reader: ByteReader): AsyncGenerator<Buffer> {
  yield bytes;
  yield* reader.rest();
}

async function* one(held: Held): AsyncGenerator<Held> {
  yield held;
}

/** A container that gives nothing says so: a silent file would look like one that was read. */
async function* saidSo(items: AsyncGenerator<Held>, place: Place): AsyncGenerator<Held> {
  let count = 0;
  for await (const item of items) {
    count += 1;
    yield item;
  }
  if (count === 0) yield refuse(place, { code: 'no-article-found' });
}
