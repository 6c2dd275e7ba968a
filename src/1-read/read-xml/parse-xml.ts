import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ArticleRejected } from '../../article/problem.ts';
import { LIMITS } from '../options.ts';

/** An element without namespace prefixes; what is between tags stands as strings. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
});

/**
 * The document's root element. Document types are not processed: one that
 * declares entities of its own is refused, any other is left out.
 *
 * @throws ArticleRejected `invalid-xml`, `nested-too-deep`
 */
export function parseXml(source: string): XmlElement {
  const xml = withoutDoctype(source.slice(Math.max(0, source.indexOf('<'))));
  if (xmlDepth(xml) > LIMITS.depth) throw new ArticleRejected({ code: 'nested-too-deep', limit: LIMITS.depth });
  const checked = XMLValidator.validate(xml, { allowBooleanAttributes: true });
  if (checked !== true) throw invalid(`${checked.err.msg.replace(/\.+$/, '')} (line ${checked.err.line})`);
  const root = (parsed(xml) as Raw[]).map(elementOf).find((node) => typeof node !== 'string');
  if (root === undefined) throw invalid('it has no element');
  return root as XmlElement;
}

function parsed(xml: string): unknown {
  try {
    return PARSER.parse(xml);
  } catch (error) {
    throw invalid((error as Error).message.replace(/\.+$/, ''), error);
  }
}

const invalid = (detail: string, cause?: unknown) => new ArticleRejected({ code: 'invalid-xml', detail }, { cause });

function withoutDoctype(xml: string): string {
  const start = /^(?:<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|\s)*<!DOCTYPE/i.exec(xml.slice(0, 100_000));
  if (start === null) return xml;
  const from = start[0].length;
  const end = xml.indexOf('>', from);
  const bracket = xml.indexOf('[', from);
  if (end < 0) throw invalid('its document type never ends');
  if (bracket < 0 || bracket > end) return xml.slice(0, from - '<!DOCTYPE'.length) + xml.slice(end + 1);
  const close = xml.indexOf(']', bracket);
  if (close < 0 || xml.slice(bracket, close).includes('<!ENTITY'))
    throw invalid('it declares entities of its own, which oped does not expand');
  return xml.slice(0, from - '<!DOCTYPE'.length) + xml.slice(xml.indexOf('>', close) + 1);
}

/** How deep elements stand in each other, in one pass over the tags; what is in comments and CDATA does not count. */
function xmlDepth(xml: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const mark = CLOSED_BY.find(([start]) => xml.startsWith(start, at))?.[1] ?? '>';
    const end = xml.indexOf(mark, at);
    if (end < 0) return deepest;
    if (mark === '>') depth += xml[at + 1] === '/' ? -1 : xml[end - 1] === '/' ? 0 : 1;
    deepest = Math.max(deepest, depth);
    at = xml.indexOf('<', end);
  }
  return deepest;
}

/** What is no element, and what ends it. */
const CLOSED_BY = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** fast-xml-parser's own form: one key that is the name, and `:@` with the attributes. */
type Raw = Readonly<Record<string, unknown>>;

function elementOf(raw: Raw): XmlElement | string {
  if ('#text' in raw) return String(raw['#text']);
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const children = Array.isArray(raw[name]) ? (raw[name] as Raw[]).map(elementOf) : [];
  const attributes = Object.entries((raw[':@'] as Raw | undefined) ?? {}).map(
    ([key, value]) => [key, String(value)] as const,
  );
  return { name, attributes: new Map(attributes), children };
}

export const isXmlElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** All elements of a name, at any depth, in the order of the document. */
export function* descendants(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isXmlElement(child)) continue;
    if (names.includes(child.name)) yield child;
    yield* descendants(child, ...names);
  }
}

/** The first element of the first of the names that is there at all. */
export function firstOf(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) for (const found of descendants(element, name)) return found;
  return null;
}

/** The child at the end of a path of names. */
export function childAt(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let at = element;
  for (const name of path) at = at?.children.filter(isXmlElement).find((child) => child.name === name) ?? null;
  return at;
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isXmlElement).filter((child) => child.name === name);

/** All text in an element, white space made single. */
export const textIn = (element: XmlElement | null): string =>
  element === null ? '' : rawText(element).replace(/\s+/g, ' ').trim();

export const rawText = (element: XmlElement): string =>
  element.children.map((child) => (isXmlElement(child) ? rawText(child) : child)).join('');

export const attribute = (element: XmlElement | null, name: string): string | null =>
  element?.attributes.get(name) ?? null;
