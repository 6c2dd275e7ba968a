import { ZipFile } from 'yazl';
import type { AtomicFile } from '../atomic-file.ts';

/** A part of a package: what it is named, and its text or the file that holds it. */
export type Part = { readonly name: string } & ({ readonly text: string } | { readonly path: string });

/** The earliest time that a zip can say, which it does in local time: the same parts give the same bytes in every zone. */
const stamp = () => ({ mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true });

/** Packs parts, read and compressed one after the other. */
export async function zipInto(out: AtomicFile, parts: readonly Part[]): Promise<void> {
  const zip = new ZipFile();
  for (const part of parts) {
    if ('text' in part) zip.addBuffer(Buffer.from(part.text, 'utf8'), part.name, stamp());
    else zip.addFile(part.path, part.name, stamp());
  }
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  zip.end();
  const packed = (async () => {
    for await (const chunk of zip.outputStream) await out.write(chunk as Buffer);
  })();
  await Promise.race([packed, failed]);
}
