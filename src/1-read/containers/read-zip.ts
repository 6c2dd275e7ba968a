import { type Entry, fromBuffer, getFileNameLowLevel, open, type ZipFile } from 'yauzl';
import { ArticleRejected } from '../../article/problem.ts';
import { type Held, type Place, refuse } from '../options.ts';
import { isHousekeeping, isSafeName } from './entry-name.ts';
import type { Inside } from './read-stream.ts';
import { assertHonest, damaged, type Meter } from './unpack.ts';

declare module 'yauzl' {
  /** Missing in its types. */
  export function getFileNameLowLevel(
    flags: number,
    name: Buffer,
    extraFields: Entry['extraFields'],
    strict: boolean,
  ): string;
}

/** Names are decoded here: yauzl would give up the whole archive for one that leads out of it. */
const OPTIONS = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: false,
  validateEntrySizes: true,
  strictFileNames: false,
};

/**
 * The entries of a ZIP archive. In a WACZ only the web archives are documents;
 * the other parts tell of them.
 *
 * @param source path of the file, or the archive itself when it came out of a stream
 */
export async function* readZip(source: string | Buffer, place: Place, inside: Inside): AsyncGenerator<Held> {
  const zip = await opened(source);
  const isWacz = /\.wacz$/i.test(place.archive ?? place.path);
  let count = 0;
  try {
    for await (const entry of entries(zip)) {
      if (++count > inside.maxEntries)
        return void (yield refuse(place, { code: 'too-many-entries', limit: inside.maxEntries }));
      inside.passed(entry.compressedSize);
      if (isWacz && !/^archive\/.*\.warc(?:\.gz)?$/i.test(nameOf(entry))) continue;
      yield* readEntry(zip, entry, place, inside);
    }
  } catch (error) {
    throw damaged(error);
  } finally {
    zip.close();
  }
}

async function* readEntry(zip: ZipFile, entry: Entry, place: Place, inside: Inside): AsyncGenerator<Held> {
  const name = nameOf(entry);
  const own: Place = { ...place, archive: [place.archive, name.toWellFormed()].filter(Boolean).join('!') };
  if (isHousekeeping(name) && isSafeName(name)) return;
  if (!isSafeName(name)) return void (yield refuse(own, { code: 'unsafe-name' }));
  if (isLink(entry)) return void (yield refuse(own, { code: 'link-refused' }));
  if (entry.isEncrypted()) return void (yield refuse(own, { code: 'encrypted-entry' }));
  try {
    yield* inside.read(metered(await contents(zip, entry), entry), own);
  } catch (error) {
    const ours = damaged(error);
    if (!(ours instanceof ArticleRejected)) throw ours;
    yield refuse(own, ours.problem);
  }
}

const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

/** Unix mode of a symbolic link in the upper half of the external attributes. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;

async function* metered(chunks: AsyncIterable<Buffer>, entry: Entry): AsyncGenerator<Buffer> {
  const meter: Meter = { packed: entry.compressedSize, unpacked: 0 };
  for await (const chunk of chunks) {
    meter.unpacked += chunk.length;
    assertHonest(meter);
    yield chunk;
  }
}

const opened = (source: string | Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null, zip?: ZipFile) => (zip ? resolve(zip) : reject(damaged(error)));
    if (typeof source === 'string') open(source, OPTIONS, done);
    else fromBuffer(source, OPTIONS, done);
  });

const contents = (zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(error)));
  });

/** yauzl tells of entries by events, one after each request. */
async function* entries(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip
        .once('entry', resolve)
        .once('end', () => resolve(null))
        .once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (entry === null) return;
    yield entry;
  }
}
