import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

export interface Stretch {
  readonly segment: number;
  readonly offset: number;
}

export const nameOf = (segment: number): string => `records-${String(segment).padStart(6, '0')}.segment`;

/** Reads results where the ledger says that they lie. */
export class SegmentReader {
  readonly #folder: string;
  readonly #handles = new Map<number, FileHandle>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read({ segment, offset }: Stretch, length: number): Promise<Buffer> {
    let handle = this.#handles.get(segment);
    if (!handle) {
      handle = await open(join(this.#folder, nameOf(segment)), 'r');
      this.#handles.set(segment, handle);
    }
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await handle.read(bytes, 0, length, offset);
    if (bytesRead !== length) throw new Error(`${nameOf(segment)} ends before ${offset + length}`);
    return bytes;
  }

  async close(): Promise<void> {
    for (const handle of this.#handles.values()) await handle.close();
    this.#handles.clear();
  }
}
