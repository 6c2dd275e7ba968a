import { open } from 'node:fs/promises';

const CHUNK = 1 << 18;
const NEWLINE = 10;

export interface Line {
  readonly text: string;
  /** Byte position behind the line's `\n`. */
  readonly end: number;
}

/** The lines of a file that end in `\n`; what follows the last one is not a line. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const handle = await open(file, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    let end = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await handle.read(chunk, 0, CHUNK);
      if (bytesRead === 0) return;
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
        end += at + 1 - from;
        yield { text: bytes.toString('utf8', from, at), end };
        from = at + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    await handle.close();
  }
}
