import { hasFrontMatter } from './read-markdown/front-matter.ts';

/** What a single document is, once its bytes are text. */
export type TextFormat = 'text' | 'markdown' | 'html' | 'json' | 'jsonl';

/** So much of the text is looked at. */
const LOOK = 8192;

const HTML_START = /^\s*(?:<!--[\s\S]{0,4000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const BLOCK_TAG = /<(?:p|div|h[1-6]|ul|ol|table|article|section|br|blockquote)\b[^<>]{0,500}>/gi;

/** Format by content first; the extension decides only between what the content leaves open. */
export function recogniseFormat(text: string, path: string): TextFormat {
  const head = text.slice(0, LOOK);
  const extension = /\.([a-z\d]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (HTML_START.test(head)) return 'html';
  const json = jsonKind(text, head, extension);
  if (json) return json;
  if (hasFrontMatter(text) || ['md', 'markdown', 'mdown'].includes(extension)) return 'markdown';
  if (isFragment(head, extension)) return 'html';
  return 'text';
}

/** A page without its frame: begins with a tag, and holds several block tags. */
function isFragment(head: string, extension: string): boolean {
  const tags = head.match(BLOCK_TAG)?.length ?? 0;
  if (['html', 'htm', 'xhtml', 'shtml'].includes(extension)) return tags > 0 || /^\s*</.test(head);
  return /^\s*<[a-z][^<>]{0,500}>/i.test(head) && tags > 2;
}

/** Lines that are objects each for themselves are JSONL; broken JSON is JSON only if its extension says so. */
function jsonKind(text: string, head: string, extension: string): 'json' | 'jsonl' | null {
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  if (extension === 'json') return isObject(firstLine(head)) && isObject(secondLine(head)) ? 'jsonl' : 'json';
  if (!/^\s*[[{]/.test(head)) return null;
  if (isObject(firstLine(head))) return 'jsonl';
  return isJson(text) ? 'json' : null;
}

const lines = (head: string): string[] => head.split('\n').filter((line) => line.trim() !== '');
const firstLine = (head: string): string => lines(head)[0] ?? '';
const secondLine = (head: string): string => lines(head)[1] ?? '';
const isObject = (line: string): boolean => /^\s*\{/.test(line) && isJson(line);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
