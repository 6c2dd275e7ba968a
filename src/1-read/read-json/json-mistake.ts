const TOKEN = /[ \t\n\r]*(?:([{}[\],:])|(")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

/** What may come next: a value, a key, the colon behind it, or the comma or bracket behind a value. */
type Want = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'end';

/**
 * Where a text stops being JSON, and what stood there. V8 tells the position in
 * some versions and for some mistakes only.
 */
export function jsonMistake(text: string): { position: number; detail: string } {
  const open: string[] = [];
  let want: Want = 'value';
  let position = 0;
  for (TOKEN.lastIndex = 0; ; position = TOKEN.lastIndex) {
    const token: RegExpExecArray | null = TOKEN.exec(text);
    const isOpen = token?.[2] !== undefined && !passString(text);
    const next: Want | null = token && !isOpen ? step(want, token, open) : null;
    if (!next) return mistakeAt(text, position);
    want = next;
  }
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Moves behind the string whose first quotation mark was read; false if it never ends well. A loop, for strings of megabytes. */
function passString(text: string): boolean {
  for (let i = TOKEN.lastIndex; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      TOKEN.lastIndex = i + 1;
      return true;
    }
    if (code < 0x20) return false;
    if (code === 0x5c) {
      ESCAPE.lastIndex = i;
      const mark = ESCAPE.exec(text);
      if (!mark) return false;
      i += mark[0].length - 1;
    }
  }
  return false;
}

/** The state after a token, null where the token may not stand. */
function step(want: Want, [, mark, string]: RegExpExecArray, open: string[]): Want | null {
  if (mark === undefined)
    return string !== undefined && want.startsWith('key') ? ':' : want.startsWith('value') ? after(open) : null;
  if (mark === ':') return want === ':' ? 'value' : null;
  if (mark === ',') return want !== ', or end' ? null : open.at(-1) === '{' ? 'key' : 'value';
  if (mark === '{' || mark === '[') {
    if (!want.startsWith('value')) return null;
    open.push(mark);
    return mark === '{' ? 'key or }' : 'value or ]';
  }
  const closes = open.at(-1) === (mark === '}' ? '{' : '[') && (want === ', or end' || want.endsWith(mark));
  if (closes) open.pop();
  return closes ? after(open) : null;
}

const after = (open: readonly string[]): Want => (open.length > 0 ? ', or end' : 'end');

function mistakeAt(text: string, position: number): { position: number; detail: string } {
  const start = position + (/^[ \t\n\r]*/.exec(text.slice(position))?.[0].length ?? 0);
  const found = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return {
    position: start,
    detail: start >= text.length ? 'the text ends too soon' : `unexpected ${JSON.stringify(found)}`,
  };
}
