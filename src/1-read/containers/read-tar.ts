import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { type Held, type Place, refuse } from '../options.ts';
import { isHousekeeping, isSafeName } from './entry-name.ts';
import type { Inside } from './read-stream.ts';
import { damaged } from './unpack.ts';

/** The entries of a tar archive, one after the other as they stream by. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>, place: Place, inside: Inside): AsyncGenerator<Held> {
  const tar = extract();
  const source = Readable.from(chunks);
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let count = 0;
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      const own: Place = {
        ...place,
        archive: [place.archive, name.toWellFormed().replace(/^\.\//, '')].filter(Boolean).join('!'),
      };
      if (++count > inside.maxEntries)
        return void (yield refuse(place, { code: 'too-many-entries', limit: inside.maxEntries }));
      if (type === 'symlink' || type === 'link') yield refuse(own, { code: 'link-refused' });
      else if (type === 'file' && !isSafeName(name)) yield refuse(own, { code: 'unsafe-name' });
      else if (type === 'file' && !isHousekeeping(name)) yield* inside.read(entry as AsyncIterable<Uint8Array>, own);
      entry.resume();
    }
  } catch (error) {
    throw damaged(error);
  } finally {
    source.destroy();
    tar.destroy();
  }
}

/** A tar archive has its mark at 257, or a checksum of its first header that is right. */
export function isTar(head: Buffer): boolean {
  if (head.length < 512) return false;
  if (head.toString('latin1', 257, 262) === 'ustar') return true;
  const told = Number.parseInt(head.toString('latin1', 148, 156).replace(/[\0 ]/g, ''), 8);
  let sum = 8 * 32;
  for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += head[i]!;
  return told === sum && told > 8 * 32;
}
