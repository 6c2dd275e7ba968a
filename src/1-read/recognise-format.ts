import { isEmail } from './read-email/read-email.ts';
import { isEuropresse } from './read-export/read-europresse.ts';
import { isFactiva, isFactivaPage } from './read-export/read-factiva.ts';
import { isLexisNexis } from './read-export/read-lexisnexis.ts';
import { hasFrontMatter } from './read-markdown/front-matter.ts';
import { isWire } from './read-wire/read-wire.ts';
import { rootName } from './read-xml/read-xml.ts';

/** What a single document is, once its bytes are text. */
export type TextFormat = 'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'xml' | ExportFormat;

/** Formats that are plain text or HTML by themselves and more by what stands in them. */
export type ExportFormat =
  | 'lexisnexis'
  | 'lexisnexis-html'
  | 'factiva'
  | 'factiva-html'
  | 'europresse'
  | 'email'
  | 'wire';

/** So much of the text is looked at. */
const LOOK = 8192;

const HTML_START = /^\s*(?:<!--[\s\S]{0,4000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const XML_ROOT =
  /^\s*(?:<!--[\s\S]{0,4000}?-->\s*)?(?:<!DOCTYPE\s+(?!html)[^>]{0,400}>\s*)?<(?:[\w.-]{1,20}:)?(?:nitf|NewsML|newsMessage|newsItem|TEI|TEI\.2|alto|mets|rss|feed|RDF|urlset|sitemapindex|opml|PPSResponse|article\s[^>]*dtd-version)\b/;
const BLOCK_TAG = /<(?:p|div|h[1-6]|ul|ol|table|article|section|br|blockquote)\b[^<>]{0,500}>/gi;

/** Format by content first; the extension decides only between what the content leaves open. */
export function recogniseFormat(text: string, path: string): TextFormat {
  const head = text.slice(0, LOOK);
  const extension = /\.([a-z\d]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (HTML_START.test(head)) return exportPage(text) ?? 'html';
  if (isXml(head)) return 'xml';
  const json = jsonKind(text, head, extension);
  if (json) return json;
  if (hasFrontMatter(text) || ['md', 'markdown', 'mdown'].includes(extension)) return 'markdown';
  if (isFragment(head, extension)) return 'html';
  return exportText(head) ?? 'text';
}

/** Exports put scripts and styles before their articles, so more of them is looked at. */
function exportPage(html: string): ExportFormat | null {
  const head = html.slice(0, 16 * LOOK);
  if (isLexisNexis(head)) return 'lexisnexis-html';
  if (isFactivaPage(head)) return 'factiva-html';
  return isEuropresse(head) ? 'europresse' : null;
}

function exportText(head: string): ExportFormat | null {
  if (isWire(head)) return 'wire';
  if (isLexisNexis(head)) return 'lexisnexis';
  if (isFactiva(head)) return 'factiva';
  return isEmail(head) ? 'email' : null;
}

/** Begins with a declaration, a document type that is not HTML's, or the root of a format that goes without. */
const isXml = (head: string): boolean => (/^\s*<\?xml\b/.test(head) ? rootName(head) !== 'html' : XML_ROOT.test(head));

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
