import { decodeEntities } from '../read-html/plain-text.ts';

/** Characters that a backslash takes the meaning from. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** Stand-ins in a private plane for escaped characters, so that they are not taken for marks. */
const SHIFT = 0xf0000;

/** The words of a line of Markdown: links and images as their text, emphasis, code marks, tags and footnote marks gone. */
export function withoutMarks(source: string): string {
  let text = source.replace(ESCAPED, (_, mark: string) => String.fromCodePoint(SHIFT + mark.charCodeAt(0)));
  text = text.replace(/!\[[^\]]{0,500}\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?\)|\[[^\]]{0,200}\])/g, '');
  text = text.replace(/\[\^[^\]]{1,60}\]:?/g, '');
  text = text.replace(
    /\[([^[\]]{1,2000})\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?\)|\s?\[[^\]]{0,200}\])(?:\{:?[^{}]{0,200}\})?/g,
    '$1',
  );
  text = text.replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, '$1').replace(/<\/?[a-zA-Z][^<>]{0,2000}>/g, '');
  text = text.replace(/\{[%{][^{}]{0,500}[%}]\}/g, '').replace(/\{:[^{}]{0,200}\}/g, '');
  text = withoutPairs(text);
  text = decodeEntities(text);
  return text
    .replace(/[\u{F0021}-\u{F007E}]/gu, (mark) => String.fromCharCode(mark.codePointAt(0)! - SHIFT))
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Emphasis stands at the borders of words: `_so_` but not `snake_case_name`. */
function withoutPairs(text: string): string {
  let inner = text.replace(/(`+)(?!`)([^`]{1,2000})\1(?!`)/g, '$2');
  for (const mark of ['***', '**', '*', '~~']) inner = pairsOf(inner, mark);
  return inner.replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2');
}

/** Takes away every second mark with its partner, if text stands right inside of both; linear in the text. */
function pairsOf(text: string, mark: string): string {
  if (!text.includes(mark)) return text;
  const parts = text.split(mark);
  let out = parts[0]!;
  for (let i = 1; i < parts.length; i++) {
    const opens = i + 1 < parts.length && /^\S/.test(parts[i]!) && /\S$/.test(parts[i]!);
    if (!opens) out += mark + parts[i]!;
    else {
      out += parts[i]! + parts[i + 1]!;
      i += 1;
    }
  }
  return out;
}
