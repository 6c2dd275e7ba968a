import { isBinary } from '../decode-bytes.ts';
import { isMbox } from './read-mbox.ts';
import { isTar } from './read-tar.ts';

/** What a stream of bytes is, as far as it decides how it is read. */
export type Carrier =
  | { readonly kind: 'gzip' | 'zip' | 'tar' | 'warc' | 'mbox' | 'jsonl' | 'csv' | 'document' }
  | { readonly kind: 'unread'; readonly format: string };

/** First bytes of formats that oped does not read, and what to call them. */
const UNREAD: readonly (readonly [string, string])[] = [
  ['BZh', 'bzip2 data'],
  ['\xfd7zXZ', 'xz data'],
  ['\x28\xb5\x2f\xfd', 'Zstandard data'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['%PDF', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x89PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['SQLite format 3', 'an SQLite database'],
  ['PAR1', 'Parquet data'],
];

/**
 * By content; the extension decides only between lines of JSON, of CSV and plain text.
 *
 * @param head the first bytes, up to 64 KB
 */
export function recogniseCarrier(head: Buffer, name: string): Carrier {
  const magic = head.toString('latin1', 0, 16);
  if (magic.startsWith('\x1f\x8b')) return { kind: 'gzip' };
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(magic)) return zipKind(head);
  if (magic.startsWith('WARC/') || magic.startsWith('filedesc:')) return { kind: 'warc' };
  if (isTar(head)) return { kind: 'tar' };
  if (isMbox(head.toString('latin1', 0, 1024))) return { kind: 'mbox' };
  const unread = UNREAD.find(([start]) => magic.startsWith(start));
  if (unread) return { kind: 'unread', format: unread[1] };
  return isBinary(head) ? { kind: 'document' } : textKind(head, extensionOf(name));
}

/** Office documents and books are ZIP archives whose first entry tells. */
function zipKind(head: Buffer): Carrier {
  const first = head.toString('latin1', 30, 30 + 80);
  if (/^(?:\[Content_Types\]\.xml|_rels\/|word\/|docProps\/)/.test(first))
    return { kind: 'unread', format: 'an Office document' };
  return /^mimetypeapplication\/epub/.test(first) ? { kind: 'unread', format: 'an EPUB book' } : { kind: 'zip' };
}

function textKind(head: Buffer, extension: string): Carrier {
  if (['jsonl', 'ndjson'].includes(extension)) return { kind: 'jsonl' };
  if (['csv', 'tsv'].includes(extension)) return { kind: 'csv' };
  return ['', 'json', 'log'].includes(extension) && isJsonLines(head) ? { kind: 'jsonl' } : { kind: 'document' };
}

/** Two lines that are objects each for themselves, or one and then a line too long to see its end. */
function isJsonLines(head: Buffer): boolean {
  const [first, second] = head.toString('utf8').split('\n');
  if (second === undefined || !/^\s*\{/.test(first!) || !/^\s*\{/.test(second)) return false;
  try {
    JSON.parse(first!);
    return true;
  } catch {
    return false;
  }
}

const extensionOf = (name: string): string =>
  /\.([a-z\d]{1,8})$/i.exec(name.replace(/\.gz$/i, '').replace(/#\d+$/, ''))?.[1]?.toLowerCase() ?? '';
