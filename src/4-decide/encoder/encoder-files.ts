import { existsSync, readFileSync } from 'node:fs';
import { sha256 } from '../../article/sha256.ts';

/** The encoder, what reads its vectors in their place, and the word pieces. */
export type EncoderFile = 'sentence' | 'article' | 'pieces';

/** What `train/encoder/export.py` wrote about the files that it made. */
interface Manifest {
  readonly files: Readonly<Record<EncoderFile, { readonly name: string; readonly sha256: string }>>;
}

const WEIGHTS = new URL('./weights/', import.meta.url);

/**
 * Bytes of one file, as it was exported.
 *
 * @throws Error in a sentence for the user when the file is missing or was changed.
 */
export function readEncoderFile(which: EncoderFile, folder: URL = WEIGHTS): Uint8Array {
  const { files } = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
  const { name, sha256: published } = files[which];
  const file = new URL(name, folder);
  if (!existsSync(file)) throw new Error(`the encoder's file ${name} is missing`);
  const bytes = readFileSync(file);
  if (sha256(bytes) !== published) throw new Error(`the encoder's file ${name} is not the one that was published`);
  return bytes;
}
