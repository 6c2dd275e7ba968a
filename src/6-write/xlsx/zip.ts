import { ZipFile } from 'yazl';
import type { AtomicFile } from '../atomic-file.ts';

/** A part of a package: what it is named, and its text or the file that holds it. */
export type Part = { readonly name: string } & ({ readonly text: string } | { readonly path: string });

/** Of zlib's nine: half the time of its own choice, 6, for a file that is 5 % larger. */
const EFFORT = 4;

/** The earliest time that a zip can say, which it does in local time: the same parts give the same bytes in every zone. */
const settings = () => ({
  mtime: new Date(1980, 0, 1),
  mode: 0o100644,
  forceDosTimestamp: true,
  compressionLevel: EFFORT,
});

/** Packs parts, read and compressed one after the other. */
export async function zipInto(out: AtomicFile, parts: readonly Part[]): Promise<void> {
  const zip = new ZipFile();
  for (const part of parts) {
    if ('text' in part) zip.addBuffer(Buffer.from(part.text, 'utf8'), part.name, settings());
    else zip.addFile(part.path, part.name, settings());
  }
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  zip.end();
  const packed = (async () => {
    for await (const chunk of zip.outputStream) await out.write(chunk as Buffer);
  })();
  await Promise.race([packed, failed]);
}
