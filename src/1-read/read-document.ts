import { ArticleRejected } from '../article/problem.ts';
import { readCsv } from './containers/read-csv.ts';
import { type Decoded, decodeBytes, isBinary } from './decode-bytes.ts';
import type { Draft, Refused } from './draft.ts';
import { itemOf } from './item-of.ts';
import {
  type Envelope,
  type InputFile,
  LIMITS,
  type Place,
  placeOfDocument,
  type ReadItem,
  type ReadOptions,
  refusal,
} from './options.ts';
import { readCut } from './read-cut.ts';
import { readEmail } from './read-email/read-email.ts';
import { readEuropresse } from './read-export/read-europresse.ts';
import { readFactiva, readFactivaPage } from './read-export/read-factiva.ts';
import { readLexisNexis, readLexisNexisPage } from './read-export/read-lexisnexis.ts';
import { readHtml } from './read-html/read-html.ts';
import { readJson, readJsonLine } from './read-json/read-json.ts';
import { readMarkdown } from './read-markdown/read-markdown.ts';
import { readText } from './read-text.ts';
import { readWire } from './read-wire/read-wire.ts';
import { readXml, xmlFormat } from './read-xml/read-xml.ts';
import { recogniseFormat, type TextFormat } from './recognise-format.ts';

/**
 * Reads one whole document in memory, whatever its format, as one article or
 * several. What cannot be read comes out as a refusal; nothing is thrown for it.
 */
export async function* readDocument(
  input: InputFile,
  options: ReadOptions = {},
  envelope: Envelope = {},
): AsyncGenerator<ReadItem> {
  const place: Place = { path: input.path, id: null, archive: envelope.archive ?? null };
  const limit = options.maxBytes ?? LIMITS.document;
  const own = placeOfDocument({ document: input, envelope });
  const orSo = (items: AsyncIterable<ReadItem>) => orRefused(items, own, input.bytes);
  if (envelope.cut) yield* orSo(readCut(input.bytes, envelope.cut, place, options));
  else if (/\.[ct]sv$/i.test(place.archive ?? place.path)) yield* orSo(readTable(input, place, options));
  else if (input.bytes.length > limit) yield refusal(place, { code: 'input-too-large', limit });
  else if (isBinary(input.bytes)) yield refusal(place, { code: 'binary-file' }, input.bytes);
  else
    yield* orSo(readDecoded(input, decodeBytes(input.bytes, envelope.charset), place, options, envelope.url ?? null));
}

async function* readTable({ bytes }: InputFile, place: Place, options: ReadOptions): AsyncGenerator<ReadItem> {
  for await (const held of readCsv(oneChunk(bytes), place, options)) {
    if ('refusal' in held) yield held.refusal;
    else yield* readDocument(held.document, options, held.envelope);
  }
}

/** What rejects the whole document, as its refusal. */
async function* orRefused(items: AsyncIterable<ReadItem>, place: Place, bytes: Buffer): AsyncGenerator<ReadItem> {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof ArticleRejected)) throw error;
    yield refusal(place, error.problem, bytes);
  }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function* readDecoded(
  { bytes }: InputFile,
  decoded: Decoded,
  place: Place,
  options: ReadOptions,
  url: string | null,
): AsyncGenerator<ReadItem> {
  const { text } = decoded;
  if (text.trim() === '') return void (yield refusal(place, { code: 'nothing-to-read' }, bytes));
  const kind = recogniseFormat(text, place.archive ?? place.path);
  const format = kind === 'xml' ? xmlFormat(text.slice(0, 4096)) : kind;
  let count = 0;
  for (const draft of draftsOf(kind, { text, bytes }, place, options, url)) {
    count += 1;
    yield await itemOf(draft, { place, format, bytes, decoded }, options);
  }
  if (count === 0) yield refusal(place, { code: 'no-article-found' }, bytes);
}

/** @throws ArticleRejected when the whole document is none of its format's */
function draftsOf(
  format: TextFormat,
  { text, bytes }: { readonly text: string; readonly bytes: Buffer },
  place: Place,
  options: ReadOptions,
  url: string | null,
): Iterable<Draft | Refused> {
  switch (format) {
    case 'text':
      return readText(text, place.archive ?? place.path);
    case 'markdown':
      return readMarkdown(text, place.archive ?? place.path);
    case 'html':
      return readHtml(text, url);
    case 'json':
      return readJson(text, options);
    case 'xml':
      return readXml(text);
    case 'lexisnexis':
      return readLexisNexis(text);
    case 'lexisnexis-html':
      return readLexisNexisPage(text);
    case 'factiva':
      return readFactiva(text);
    case 'factiva-html':
      return readFactivaPage(text);
    case 'europresse':
      return readEuropresse(text);
    case 'email':
      return readEmail(bytes);
    case 'wire':
      return readWire(text);
    case 'jsonl':
      return linesOf(text, options);
  }
}

function* linesOf(text: string, options: ReadOptions): Generator<Draft | Refused> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at += line.length + 1;
    number += 1;
    if (line.trim() !== '') yield readJsonLine(Buffer.from(line), number, options);
  }
}
