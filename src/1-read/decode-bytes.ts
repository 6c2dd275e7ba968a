import chardet from 'chardet';

export interface Decoded {
  /** Well-formed; a leading byte order mark is removed, nothing else. */
  readonly text: string;
  readonly encoding: { readonly name: string; readonly by: EncodingBy };
  /** How many characters could not be decoded and stand as U+FFFD. */
  readonly replaced: number;
}

export type EncodingBy = 'bom' | 'declared' | 'utf-8' | 'detected' | 'replaced';

/** How far into a document a declaration or a pattern of bytes is looked for. */
const LOOK = 4096;

/** chardet reads all it is given; this much settles a charset. */
const SAMPLE = 64 * 1024;

/**
 * Bytes to text: byte order mark, else what the document or its transport
 * declares, else UTF-8 if it is valid, else what the bytes look like.
 *
 * @param declared charset of an HTTP or MIME header, null without one
 */
export function decodeBytes(bytes: Buffer, declared: string | null = null): Decoded {
  const bom = bomOf(bytes);
  if (bom !== null) return lenient(bytes, bom, 'bom');
  const label = declared ?? declaredInside(bytes);
  const claimed = label === null ? null : fatal(bytes, label, 'declared');
  return claimed ?? fatal(bytes, 'utf-8', 'utf-8') ?? guessed(bytes);
}

function bomOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  // With two zeros behind it the mark is that of UTF-32, which no decoder here reads: that is binary data to us.
  if (bytes[0] === 0xff && bytes[1] === 0xfe && (bytes[2] !== 0 || bytes[3] !== 0)) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** `<meta charset>`, `<meta http-equiv>` and the XML declaration; only where the document is markup. */
function declaredInside(bytes: Buffer): string | null {
  const head = bytes.subarray(0, LOOK).toString('latin1');
  if (!/^\s*</.test(head)) return null;
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1];
  return xml ?? /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
}

function fatal(bytes: Buffer, label: string, by: EncodingBy): Decoded | null {
  // A page that a browser could read up to its declaration is not UTF-16, whatever it declares.
  const name = by === 'declared' && /^utf-?16/i.test(label) && !looksUtf16(bytes) ? 'utf-8' : label;
  try {
    const decoder = new TextDecoder(name, { fatal: true });
    return { text: decodeWith(decoder, bytes), encoding: { name: decoder.encoding, by }, replaced: 0 };
  } catch {
    return null;
  }
}

function lenient(bytes: Buffer, label: string, by: EncodingBy): Decoded {
  const text = decodeWith(new TextDecoder(label), bytes);
  return { text, encoding: { name: label, by }, replaced: countReplaced(text) };
}

/** Node 20 decodes windows-1252 as Latin-1 (nodejs/node#56542), without quotation marks and dashes; so we do it. */
const decodeWith = (decoder: InstanceType<typeof TextDecoder>, bytes: Buffer): string =>
  decoder.encoding === 'windows-1252'
    ? bytes.toString('latin1').replace(/[\x80-\x9f]/g, (mark) => WINDOWS[mark.charCodeAt(0) - 0x80]!)
    : decoder.decode(bytes);

/** What windows-1252 has at 0x80 to 0x9F; five places are empty and stay control characters. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Neither declared nor valid UTF-8: UTF-8 with a few broken bytes, UTF-16 without a mark, or an older charset. */
function guessed(bytes: Buffer): Decoded {
  const utf16 = looksUtf16(bytes);
  if (utf16) return lenient(bytes, utf16, 'detected');
  const damaged = lenient(bytes, 'utf-8', 'replaced');
  if (damaged.replaced * 3 <= multibyte(damaged.text)) return damaged;
  const label = chardet.detect(bytes.subarray(0, SAMPLE));
  const other = label === null || /^utf-?8$/i.test(label) ? null : fatal(bytes, label, 'detected');
  return other ?? lenient(bytes, 'windows-1252', 'detected');
}

/** Latin text in UTF-16 has a zero in every second byte. */
function looksUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, LOOK) & ~1;
  if (end < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  if (zeros[1]! > end * 0.35 && zeros[0]! < end * 0.05) return 'utf-16le';
  return zeros[0]! > end * 0.35 && zeros[1]! < end * 0.05 ? 'utf-16be' : null;
}

const countReplaced = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0;

/** Characters beyond ASCII that were decoded well. */
const multibyte = (text: string): number => text.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0;

/** Of bytes drawn evenly a tenth are control characters, of wire text with its marks (ANPA) up to three in a hundred, of other text hardly any. */
const CONTROL_SHARE = 0.06;

/** Whether no charset makes text of these bytes: zeros outside of UTF-16, or many control characters. */
export function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, LOOK);
  if (bomOf(bytes) !== null || looksUtf16(bytes)) return false;
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && !TEXT_CONTROLS.has(byte)) control++;
  }
  return control > head.length * CONTROL_SHARE;
}

/** Tab, line feed, vertical tab, form feed, carriage return, Ctrl-Z at the end of DOS files, escape of ISO-2022. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27]);
