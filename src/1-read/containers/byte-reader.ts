/** Reads a stream of chunks by lines and by counts, never holding more than it was asked for. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Up to `count` bytes from here, without moving; fewer only at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#chunk.length < count && (await this.#load()));
    return this.#chunk.subarray(0, count);
  }

  /** The next `count` bytes; fewer only at the end. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = count;
    for await (const part of this.#upTo(count)) {
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts, count - missing);
  }

  /** Moves on; how many bytes there were. */
  async skip(count: number): Promise<number> {
    let skipped = 0;
    for await (const part of this.#upTo(count)) skipped += part.length;
    return skipped;
  }

  /**
   * The next line without its line feed, null at the end. Of a line that is
   * longer than `limit` the rest is passed over and `whole` is false.
   */
  async line(limit: number): Promise<{ bytes: Buffer; whole: boolean } | null> {
    const parts: Buffer[] = [];
    let size = 0;
    while (this.#chunk.length > 0 || (await this.#load())) {
      const end = this.#chunk.indexOf(10);
      const part = end < 0 ? this.#chunk : this.#chunk.subarray(0, end);
      if (size + part.length <= limit) parts.push(part);
      else parts.push(part.subarray(0, Math.max(0, limit - size)));
      size += part.length;
      this.#chunk = end < 0 ? Buffer.alloc(0) : this.#chunk.subarray(end + 1);
      if (end >= 0) return { bytes: Buffer.concat(parts), whole: size <= limit };
    }
    return size > 0 ? { bytes: Buffer.concat(parts), whole: size <= limit } : null;
  }

  /** What is left, as chunks. */
  async *rest(): AsyncGenerator<Buffer> {
    while (this.#chunk.length > 0 || (await this.#load())) {
      const chunk = this.#chunk;
      this.#chunk = Buffer.alloc(0);
      yield chunk;
    }
  }

  /** Lets the source go; nothing can be read after it. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  async *#upTo(count: number): AsyncGenerator<Buffer> {
    let missing = count;
    while (missing > 0 && (this.#chunk.length > 0 || (await this.#load()))) {
      const part = this.#chunk.subarray(0, missing);
      this.#chunk = this.#chunk.subarray(part.length);
      missing -= part.length;
      yield part;
    }
  }

  async #load(): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#source.next();
    this.#ended = done === true;
    if (done) return false;
    const next = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    this.#chunk = this.#chunk.length === 0 ? next : Buffer.concat([this.#chunk, next]);
    return true;
  }
}

/** All bytes, or null when they are more than `limit`; the stream is read to its end all the same. */
export async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size <= limit) parts.push(chunk);
    else parts.length = 0;
  }
  return size <= limit ? Buffer.concat(parts) : null;
}
