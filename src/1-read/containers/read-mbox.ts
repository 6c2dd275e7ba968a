import { type Held, LIMITS, type Place, type ReadOptions, refuse } from '../options.ts';
import { ByteReader } from './byte-reader.ts';

/** `From jane@x.example Thu Nov 13 09:30:00 2014`: only a line with a time and a year parts messages, "From now on" does not. */
const SEPARATOR = /^From \S.{0,200}\d{1,2}:\d\d.{0,40}\b\d{4}\b/;

/** A line that a mail program has escaped because it would part messages. */
const ESCAPED = /^>+From /;

const NEWLINE = 10;

/** Whether a stream begins as a mailbox does: with a separator and a header field. */
export const isMbox = (head: string): boolean =>
  SEPARATOR.test(head) && /^[^\n]*\n(?:>From [^\n]*\n)?[!-9;-~]{1,80}:/.test(head);

/** The messages of an mbox file (RFC 4155; `>From ` as mboxrd and mboxo write it), one at a time in memory. */
export async function* readMbox(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  options: ReadOptions,
): AsyncGenerator<Held> {
  const limit = options.maxBytes ?? LIMITS.document;
  let number = 0;
  for await (const bytes of messages(new ByteReader(chunks), limit)) {
    const own: Place = { ...place, archive: `${place.archive ?? ''}#${++number}` };
    if (bytes === null) yield refuse(own, { code: 'input-too-large', limit });
    else yield { document: { path: place.path, bytes }, envelope: { archive: own.archive, cut: { as: 'message' } } };
  }
}

/** Each message without its separator; null for one above the limit. */
async function* messages(reader: ByteReader, limit: number): AsyncGenerator<Buffer | null> {
  let message: Message | null = null;
  let afterBlank = true;
  for (let line = await reader.line(limit); line !== null; line = await reader.line(limit)) {
    const start = line.bytes.toString('latin1', 0, 300);
    if (afterBlank && SEPARATOR.test(start)) {
      if (message) yield message.bytes();
      message = new Message(limit);
    } else {
      message ??= new Message(limit);
      message.add(ESCAPED.test(start) ? line.bytes.subarray(1) : line.bytes);
    }
    afterBlank = /^\r?$/.test(start);
  }
  if (message) yield message.bytes();
}

/** A message as it grows: its bytes one after the other, for a Buffer a line would cost a hundred bytes for each of them. */
class Message {
  readonly #limit: number;
  #bytes = Buffer.allocUnsafe(4096);
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(line: Buffer): void {
    const start = this.#size;
    this.#size += line.length + 1;
    if (this.#size > this.#limit) this.#bytes = Buffer.alloc(0);
    else {
      if (this.#size > this.#bytes.length) this.#grow();
      line.copy(this.#bytes, start);
      this.#bytes[this.#size - 1] = NEWLINE;
    }
  }

  /** Null when there are more than the limit. */
  bytes(): Buffer | null {
    return this.#size <= this.#limit ? this.#bytes.subarray(0, this.#size) : null;
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(Math.min(this.#limit, Math.max(this.#size, 2 * this.#bytes.length)));
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}
