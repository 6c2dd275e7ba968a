import { ArticleRejected } from '../../article/problem.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { type Draft, draftOf } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { readFragment } from '../read-html/read-fragment.ts';
import { decodedWords } from './encoded-words.ts';

/** Parts inside of parts; real messages have three. */
const DEEPEST = 8;
const HEADER = /^\s*(?:[A-Za-z][\w-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}/;
const TELLING = /^(?:Received|Message-ID|MIME-Version|Delivered-To|Return-Path|Subject|Date|From|To|X-[\w-]+):/gim;

interface Part {
  readonly mime: string;
  readonly bytes: Buffer;
  readonly charset: string | null;
}

/** Whether a text begins with the header of a message. */
export const isEmail = (head: string): boolean =>
  HEADER.test(head) && (head.slice(0, 4096).match(TELLING)?.length ?? 0) >= 4;

/**
 * The text of an e-mail message: its plain part, else its HTML part; subject, sender and date from the header.
 *
 * @throws ArticleRejected `nothing-to-read`
 */
export function readEmail(bytes: Buffer): Draft[] {
  const source = bytes.toString('latin1').trimStart();
  const { fields, body } = split(source);
  const parts = partsOf(fields, body, 0);
  const part = parts.find(({ mime }) => mime === 'text/plain') ?? parts.find(({ mime }) => mime === 'text/html');
  if (part === undefined) throw new ArticleRejected({ code: 'nothing-to-read' });
  const { text } = decodeBytes(part.bytes, part.charset);
  return [
    draftOf({
      ...(part.mime === 'text/html' ? readFragment(text) : { text: withoutSignature(text).trim() }),
      title: decodedWords(fields.get('subject') ?? '') || null,
      authors: cleanAuthors([
        decodedWords(fields.get('from') ?? '')
          .replace(/<[^<>]*>/g, '')
          .replaceAll('"', ''),
      ]),
      published: isoDate(fields.get('date') ?? ''),
      id: fields.get('message-id')?.replace(/[<>]/g, '') ?? null,
    }),
  ];
}

/** Everything behind a line `-- `. */
const withoutSignature = (text: string): string => text.split(/^--[ \t]*\r?$/m)[0]!;

type Fields = ReadonlyMap<string, string>;

/** Header fields, names in lower case and lines unfolded, and what follows the blank line. */
function split(source: string): { fields: Fields; body: string } {
  const end = /\r?\n\r?\n/.exec(source);
  const head = source.slice(0, end?.index ?? source.length).replace(/\r?\n[ \t]+/g, ' ');
  const lines = head
    .split(/\r?\n/)
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { fields: new Map(lines), body: end ? source.slice(end.index + end[0].length) : '' };
}

function partsOf(fields: Fields, body: string, depth: number): Part[] {
  const type = fields.get('content-type') ?? 'text/plain';
  const mime = type.split(';')[0]!.trim().toLowerCase();
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  if (mime.startsWith('multipart/') && boundary && depth < DEEPEST) {
    const pieces = body
      .split(`--${boundary[1] ?? boundary[2]}`)
      .slice(1)
      .filter((piece) => !piece.startsWith('--'));
    return pieces.flatMap((piece) => {
      const inner = split(piece.replace(/^\r?\n/, ''));
      return partsOf(inner.fields, inner.body, depth + 1);
    });
  }
  const isAttached = /^attachment/i.test(fields.get('content-disposition') ?? '');
  if (!mime.startsWith('text/') || isAttached) return [];
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null;
  return [{ mime, charset, bytes: transferred(body, fields.get('content-transfer-encoding') ?? '') }];
}

function transferred(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  return Buffer.from(/quoted-printable/i.test(encoding) ? unquoted(body) : body, 'latin1');
}

const unquoted = (body: string): string =>
  body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
