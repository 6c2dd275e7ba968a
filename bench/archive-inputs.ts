import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { benchTexts } from './texts.ts';

type Entry = { readonly name: string; readonly bytes: Buffer };

async function entriesOf(tarball: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const tar = createReadStream(tarball).pipe(createGunzip()).pipe(extract());
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
    if (entry.header.type === 'file') entries.push({ name: entry.header.name, bytes: Buffer.concat(chunks) });
  }
  return entries;
}

/** The first files in another tarball, in an order that `seed` says; 0 leaves the order as it is. */
export async function shuffledTar(from: string, to: string, count: number, seed: number): Promise<void> {
  const entries = (await entriesOf(from)).slice(0, count);
  const keys = new Map(
    entries.map((entry, index) => [entry, seed === 0 ? index : Math.imul(index + 1, 0x9e3779b1 * seed) >>> 0]),
  );
  const tar = pack();
  for (const entry of entries.sort((a, b) => keys.get(a)! - keys.get(b)!)) {
    tar.entry({ name: entry.name, mtime: new Date(0) }, entry.bytes);
  }
  tar.finalize();
  await pipeline(tar, createGzip({ level: 1 }), createWriteStream(to));
}

export const textsOf = async (tarball: string): Promise<string[]> =>
  existsSync(tarball) ? (await entriesOf(tarball)).map(({ bytes }) => bytes.toString('utf8')) : [...benchTexts().texts];

/** As many articles as asked for, in each round with other words, so that no cache of words can help. */
export async function writeChangedCopies(texts: readonly string[], count: number, file: string): Promise<void> {
  function* lines(): Generator<string> {
    for (let n = 0; n < count; n++) {
      const text = changed(texts[n % texts.length]!, n);
      yield `${JSON.stringify({ id: `article-${n}`, text })}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

/** Every seventh longer word becomes one that no other article has. */
function changed(text: string, n: number): string {
  let count = 0;
  return text.replace(/[a-z]{5,}/g, (word) => (++count % 7 === 0 ? word + letters(n) : word));
}

const letters = (n: number): string =>
  n.toString(26).replace(/[0-9]/g, (digit) => String.fromCharCode(113 + Number(digit)));
