import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { ArticleRejected } from '../../article/problem.ts';
import { assertHonest } from './unpack.ts';

export interface HttpMessage {
  readonly status: number;
  /** Media type without parameters, empty without one. */
  readonly mime: string;
  readonly charset: string | null;
  readonly body: Buffer;
}

/**
 * A stored HTTP response, its chunks joined and its compression undone where they are as told.
 *
 * @throws ArticleRejected `compressed-too-well`, `input-too-large`
 */
export function httpMessage(block: Buffer, limit: number): HttpMessage {
  const end = endOfHead(block);
  const head = block.toString('latin1', 0, end.at);
  const field = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(head)?.[1]?.trim() ?? '';
  const type = field('content-type');
  const raw = block.subarray(end.at + end.length);
  const joined = /\bchunked\b/i.test(field('transfer-encoding')) ? withoutChunks(raw) : raw;
  return {
    status: Number(/^HTTP\/\S+\s+(\d{3})/.exec(head)?.[1] ?? 0),
    mime: type.split(';')[0]!.trim(),
    charset: /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null,
    body: unpacked(joined, field('content-encoding') || field('transfer-encoding'), limit),
  };
}

function endOfHead(block: Buffer): { at: number; length: number } {
  const crlf = block.indexOf('\r\n\r\n');
  const lf = block.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { at: crlf, length: 4 };
  return lf >= 0 ? { at: lf, length: 2 } : { at: block.length, length: 0 };
}

/**
 * Archives hold bodies that say they are chunked and are not, or whose last chunk is missing: what is there counts.
 * The chunks are moved together in one Buffer: a hostile body has millions of them.
 */
function withoutChunks(raw: Buffer): Buffer {
  const joined = Buffer.allocUnsafe(raw.length);
  let size = 0;
  for (let at = 0; at < raw.length; ) {
    const chunk = chunkAt(raw, at);
    if (chunk === null) return joined.subarray(0, size + raw.copy(joined, size, at));
    if (chunk.length === 0) break;
    size += raw.copy(joined, size, chunk.start, chunk.start + chunk.length);
    at = chunk.start + chunk.length;
    if (raw[at] === 13) at += 1;
    if (raw[at] === 10) at += 1;
  }
  return joined.subarray(0, size);
}

/** Null where no line tells of a chunk. */
function chunkAt(raw: Buffer, at: number): { start: number; length: number } | null {
  const end = raw.indexOf('\n', at);
  if (end < 0) return null;
  const size = /^\s*([\da-f]{1,8})\s*(?:;.*)?\r?$/i.exec(raw.toString('latin1', at, Math.min(end, at + 80)))?.[1];
  return size === undefined ? null : { start: end + 1, length: Number.parseInt(size, 16) };
}

function unpacked(body: Buffer, coding: string, limit: number): Buffer {
  const options = { maxOutputLength: limit, finishFlush: 2 };
  const attempts: (() => Buffer)[] = [];
  if (/gzip/i.test(coding)) attempts.push(() => gunzipSync(body, options));
  if (/\bdeflate\b/i.test(coding))
    attempts.push(
      () => inflateSync(body, options),
      () => inflateRawSync(body, options),
    );
  if (/\bbr\b/i.test(coding)) attempts.push(() => brotliDecompressSync(body, { maxOutputLength: limit }));
  for (const attempt of attempts) {
    try {
      const plain = attempt();
      assertHonest({ packed: body.length, unpacked: plain.length });
      return plain;
    } catch (error) {
      if (error instanceof ArticleRejected) throw error;
      if (error instanceof RangeError) throw new ArticleRejected({ code: 'input-too-large', limit }, { cause: error });
      // Not packed as told; the next way, or the bytes as they are.
    }
  }
  return body;
}
