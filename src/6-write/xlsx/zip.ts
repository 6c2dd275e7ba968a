import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { configure, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import PQueue from 'p-queue';
import { type AtomicFile, writeAtomically } from '../atomic-file.ts';

/** A part of a package: what it is named, and its text or the file that holds it. */
export type Part = { readonly name: string } & ({ readonly text: string } | { readonly path: string });

/** Of zlib's nine: half the time of its own choice, 6, for a file that is 5 % larger. */
const EFFORT = { level: 4 };

/** Bytes that are packed in one go: in small pieces, handing them over takes longer than packing them. */
const PIECE = 1 << 20;

/** What gzip puts around the deflated bytes that a zip wants (RFC 1952); the trailer begins with their CRC-32. */
const HEADER = 10;
const TRAILER = 8;

/** The earliest time that a zip can say, which it does in local time: the same parts give the same bytes in every zone. */
const settings = (): ZipWriterAddDataOptions => ({
  passThrough: true,
  compressionMethod: 8,
  lastModDate: new Date(1980, 0, 1),
  extendedTimestamp: false,
  unixMode: 0o100644,
});

// Packing is zlib's work, in threads of Node's own: this library only puts the packed parts together.
configure({ useWebWorkers: false });

/** A part deflated; both sizes in bytes. */
interface Packed {
  readonly name: string;
  /** Opened when its turn comes. */
  readonly bytes: () => Readable;
  readonly crc32: number;
  readonly uncompressedSize: number;
}

/** Packs parts, at most `jobs` at a time; files are packed beside themselves. */
export async function zipInto(out: AtomicFile, parts: readonly Part[], jobs: number): Promise<void> {
  const queue = new PQueue({ concurrency: jobs });
  const packed = await queue.addAll(parts.map((part) => () => ('text' in part ? packText(part) : packFile(part))));
  const zip = new ZipWriter(new WritableStream<Uint8Array>({ write: (chunk) => out.write(chunk) }));
  for (const { name, bytes, crc32, uncompressedSize } of packed) {
    await zip.add(name, Readable.toWeb(bytes()) as ReadableStream, { ...settings(), crc32, uncompressedSize });
  }
  await zip.close();
}

async function packText({ name, text }: { name: string; text: string }): Promise<Packed> {
  const content = Buffer.from(text, 'utf8');
  const gzip = gzipSync(content, EFFORT);
  const end = gzip.length - TRAILER;
  const bytes = () => Readable.from([gzip.subarray(HEADER, end)]);
  return { name, bytes, crc32: gzip.readUInt32LE(end), uncompressedSize: content.length };
}

async function packFile({ name, path }: { name: string; path: string }): Promise<Packed> {
  const gzip = `${path}.gz`;
  await writeAtomically(gzip, { lasting: false }, (out) =>
    pipeline(
      createReadStream(path, { highWaterMark: PIECE }),
      createGzip({ ...EFFORT, chunkSize: PIECE }),
      async (chunks: AsyncIterable<Uint8Array>) => {
        for await (const chunk of chunks) await out.write(chunk);
      },
    ),
  );
  const end = (await stat(gzip)).size - TRAILER;
  const bytes = () => createReadStream(gzip, { start: HEADER, end: end - 1, highWaterMark: PIECE });
  return { name, bytes, crc32: await crcAt(gzip, end), uncompressedSize: (await stat(path)).size };
}

async function crcAt(gzip: string, place: number): Promise<number> {
  const file = await open(gzip);
  try {
    return (await file.read(Buffer.alloc(4), 0, 4, place)).buffer.readUInt32LE();
  } finally {
    await file.close();
  }
}
