import { decodeBytes } from '../decode-bytes.ts';

/** `=?utf-8?Q?Caf=C3=A9?=`, as RFC 2047 writes header text beyond ASCII. */
const WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?]{0,2000})\?=(?:\s+(?==\?))?/gi;

/** A header value with its encoded words decoded. */
export const decodedWords = (value: string): string =>
  value.replace(WORD, (_, charset: string, how: string, data: string) => {
    const bytes = /b/i.test(how) ? Buffer.from(data, 'base64') : Buffer.from(unescaped(data), 'latin1');
    // Bytes beyond ASCII have no place here; where they stand all the same, they are rarely in the charset declared.
    return decodeBytes(bytes, /[\x80-\xff]/.test(data) ? null : charset).text;
  });

const unescaped = (data: string): string =>
  data
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
