import { type Held, LIMITS, type Place, type ReadOptions, refuse } from '../options.ts';
import { ByteReader } from './byte-reader.ts';

/** JSON Lines of any length: one line at a time in memory, a line above the limit costs only itself. */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  options: ReadOptions,
): AsyncGenerator<Held> {
  const reader = new ByteReader(chunks);
  const limit = options.maxLineBytes ?? LIMITS.line;
  let number = 0;
  for (let line = await reader.line(limit); line !== null; line = await reader.line(limit)) {
    number += 1;
    const bytes =
      number === 1 && line.bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? line.bytes.subarray(3) : line.bytes;
    if (line.whole && isBlank(bytes)) continue;
    const own: Place = { ...place, archive: `${place.archive ?? ''}#${number}` };
    if (!line.whole) yield refuse(own, { code: 'line-too-long', line: number, limit });
    else
      yield {
        document: { path: place.path, bytes },
        envelope: { archive: place.archive, cut: { as: 'line', number } },
      };
  }
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 32 || byte === 9 || byte === 13);
