import { ArticleRejected } from '../../article/problem.ts';
import { type Held, LIMITS, type Place, type ReadOptions, refuse } from '../options.ts';
import { ByteReader } from './byte-reader.ts';
import { type HttpMessage, httpMessage } from './http-message.ts';

/** Longer header lines, or more of them, are not headers. */
const LONGEST_HEADER = 16 * 1024;
const MOST_HEADERS = 200;

/** Pages and plain text; an archive of a site is full of pictures and style sheets, which are no documents. */
const PAGE = /^(?:text\/html|application\/xhtml\+xml|text\/plain|text\/markdown)\b/i;

interface Record {
  readonly type: string;
  readonly uri: string | null;
  readonly mime: string;
  readonly length: number;
}

/**
 * The pages of a WARC, WET or ARC file, record by record.
 *
 * Our own reader, because warcio (2.4) reads header lines without a limit,
 * prints to the console when lengths are wrong, and knows no ARC.
 *
 * @throws ArticleRejected `archive-damaged` where no further record can be found
 */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  options: ReadOptions,
): AsyncGenerator<Held> {
  const reader = new ByteReader(chunks);
  let number = 0;
  for (let record = await nextRecord(reader); record !== null; record = await nextRecord(reader)) {
    number += 1;
    const own: Place = {
      ...place,
      archive: [place.archive, `#${number}`, record.uri && `:${record.uri}`].filter(Boolean).join(''),
    };
    yield* readRecord(reader, record, own, options);
  }
}

async function* readRecord(reader: ByteReader, record: Record, own: Place, options: ReadOptions): AsyncGenerator<Held> {
  const limit = options.maxBytes ?? LIMITS.document;
  if (!['response', 'resource', 'conversion', 'revisit'].includes(record.type) || record.length > limit) {
    const skipped = await reader.skip(record.length);
    if (skipped < record.length) throw cutShort();
    if (record.length > limit) yield refuse(own, { code: 'input-too-large', limit });
    return;
  }
  const block = await reader.take(record.length);
  if (block.length < record.length) return void (yield refuse(own, cutShort().problem, block));
  yield* readBlock(block, record, own, options);
}

async function* readBlock(block: Buffer, record: Record, own: Place, options: ReadOptions): AsyncGenerator<Held> {
  const isHttp = /^re(?:sponse|visit)$/.test(record.type) && /^HTTP\//.test(block.toString('latin1', 0, 8));
  const limit = options.maxBytes ?? LIMITS.document;
  try {
    const message: HttpMessage = isHttp
      ? httpMessage(block, limit)
      : { status: 200, mime: record.mime, charset: null, body: block };
    if (record.type === 'revisit') {
      if (isHttp ? PAGE.test(message.mime) : isPageAddress(record.uri)) yield refuse(own, REVISIT);
      return;
    }
    if (message.status < 200 || message.status > 299 || !PAGE.test(message.mime)) return;
    const envelope = { archive: own.archive, charset: message.charset, url: record.uri };
    yield { document: { path: own.path, bytes: message.body }, envelope };
  } catch (error) {
    if (!(error instanceof ArticleRejected)) throw error;
    yield refuse(own, error.problem, block);
  }
}

const REVISIT = { code: 'record-without-page', what: 'a revisit of a page that was captured before' } as const;

/** A revisit often keeps no header that tells what it was of; then the address does. */
const isPageAddress = (uri: string | null): boolean =>
  !/\.(?!html?\b|xhtml\b|php\b|aspx?\b|jsp\b|cgi\b)[a-z\d]{1,5}(?:[?#]|$)/i.test(
    uri?.replace(/^[a-z]+:\/\/[^/]*/i, '') ?? '',
  );

const cutShort = () => new ArticleRejected({ code: 'archive-damaged', detail: 'its last record is cut short' });

/** The header of the next record; blank lines and what does not belong to a record are passed over. */
async function nextRecord(reader: ByteReader): Promise<Record | null> {
  for (;;) {
    const line = await reader.line(LONGEST_HEADER);
    if (line === null) return null;
    const text = line.bytes.toString('latin1').trimEnd();
    if (/^WARC\/\d/.test(text)) return warcRecord(await headers(reader));
    const arc = /^(\S+:\S*) (\S+) (\d{8,14}) (\S+) (-?\d+)$/.exec(text);
    if (arc) return arcRecord(arc);
  }
}

function warcRecord(fields: ReadonlyMap<string, string>): Record {
  const length = Number(fields.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new ArticleRejected({ code: 'archive-damaged', detail: 'a record does not tell its length' });
  }
  return {
    type: fields.get('warc-type') ?? '',
    uri: fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null,
    mime: fields.get('content-type') ?? '',
    length,
  };
}

function arcRecord([, uri, , , mime, told]: RegExpExecArray): Record {
  const length = Number(told);
  if (length < 0) throw new ArticleRejected({ code: 'archive-damaged', detail: 'a record has a negative length' });
  const isHeader = uri!.startsWith('filedesc:');
  return { type: isHeader ? 'warcinfo' : 'response', uri: isHeader ? null : uri!, mime: mime!, length };
}

/** Header fields up to the blank line, names in lower case; folded lines are joined. */
async function headers(reader: ByteReader): Promise<Map<string, string>> {
  const fields = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MOST_HEADERS; count++) {
    const line = await reader.line(LONGEST_HEADER);
    const text = line?.bytes.toString('utf8').trimEnd() ?? '';
    if (text === '') return fields;
    const colon = text.indexOf(':');
    if (/^\s/.test(text)) fields.set(last, `${fields.get(last) ?? ''} ${text.trim()}`);
    else if (colon > 0) {
      last = text.slice(0, colon).toLowerCase();
      fields.set(last, text.slice(colon + 1).trim());
    }
  }
  throw new ArticleRejected({ code: 'archive-damaged', detail: 'a record has more header lines than any real one' });
}
