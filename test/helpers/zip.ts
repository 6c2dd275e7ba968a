import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** The parts of a zip file as text, by name. */
export async function unzipped(file: string): Promise<Map<string, string>> {
  const zip = await openPromise(file);
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return parts;
}
