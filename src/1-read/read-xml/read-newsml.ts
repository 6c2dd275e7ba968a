import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf, joinPieces, type Refused, refused } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { readFragment } from '../read-html/read-fragment.ts';
import { attribute, descendants, firstOf, rawText, textIn, type XmlElement } from './parse-xml.ts';
import { readNitf } from './read-nitf.ts';
import { xmlBlocks } from './xml-blocks.ts';

/** What of a news item is text; pictures, packages and concepts are not. */
const ITEM = ['newsItem', 'NewsItem'];

/** News items in NewsML-G2 or NewsML 1: every one with text becomes an article, its neighbours are told of. */
export function readNewsml(root: XmlElement): (Draft | Refused)[] {
  const items = ITEM.includes(root.name) ? [root] : [...descendants(root, ...ITEM)];
  const outer = items.filter(
    (item) => !items.some((other) => other !== item && [...descendants(other, ...ITEM)].includes(item)),
  );
  const found = outer.map((item, index) => readItem(item, outer.length > 1 ? `#${index + 1}` : null));
  const texts = found.filter((item) => !('refused' in item));
  return texts.length > 0 ? texts : found.slice(0, 1);
}

function readItem(item: XmlElement, name: string | null): Draft | Refused {
  const nitf = firstOf(item, 'nitf');
  const inner: Partial<Draft> = nitf ? readNitf(nitf)[0]! : {};
  const body = nitf ? inner : bodyOf(item);
  if (!body.text?.trim())
    return refused({ code: 'record-without-page', what: 'a news item without text' }, { item: name });
  return draftOf({
    ...inner,
    text: body.text,
    markup: body.markup ?? null,
    title:
      textIn(firstOf(item, 'headline', 'HeadLine', 'Headline')) ||
      inner.title ||
      textIn(firstOf(item, 'title')) ||
      null,
    authors: authorsOf(item, inner),
    published: dateOf(item) ?? inner.published ?? null,
    language:
      attribute(firstOf(item, 'language'), 'tag') ??
      attribute(firstOf(item, 'Language'), 'FormalName') ??
      attribute(item, 'lang') ??
      inner.language ??
      null,
    section: genreOf(item) ?? inner.section ?? null,
    id: attribute(item, 'guid') ?? (textIn(firstOf(item, 'PublicIdentifier')) || inner.id || null),
    item: name,
  });
}

/** The text as XHTML, as plain text, as escaped HTML, or as paragraphs of NewsML 1. */
function bodyOf(item: XmlElement): Partial<Draft> {
  const inline = firstOf(item, 'inlineXML', 'DataContent', 'body', 'html');
  const html = inline && (firstOf(inline, 'body.content', 'body', 'html') ?? inline);
  const pieces = html ? xmlBlocks(html) : [];
  if (pieces.length > 0 && !/^\s*</.test(pieces[0]!.text)) return joinPieces(pieces);
  const data = firstOf(item, 'inlineData');
  const text = data ? rawText(data) : pieces.map((piece) => piece.text).join('\n');
  return /<\w[^<>]*>/.test(text) ? readFragment(text) : { text: text.trim(), markup: null };
}

function authorsOf(item: XmlElement, inner: Partial<Draft>): Draft['authors'] {
  const lines = [spaced(firstOf(item, 'by')), spaced(firstOf(item, 'ByLine', 'Byline', 'byline'))];
  const creators = [...descendants(item, 'creator')].filter(
    (one) => attribute(one, 'jobtitle') !== null || attribute(one, 'role')?.includes('writer'),
  );
  const told = cleanAuthors(lines.filter((line) => line !== ''));
  if (told.length > 0) return told;
  return inner.authors?.length
    ? inner.authors
    : cleanAuthors(creators.map((one) => textIn(firstOf(one, 'name') ?? one)));
}

function dateOf(item: XmlElement): string | null {
  const names = [
    'contentCreated',
    'firstCreated',
    'FirstCreated',
    'versionCreated',
    'ThisRevisionCreated',
    'published',
    'DateId',
  ];
  for (const name of names) {
    const date = isoDate(textIn(firstOf(item, name)));
    if (date !== null) return date;
  }
  return null;
}

function genreOf(item: XmlElement): string | null {
  const genre = firstOf(item, 'genre', 'Genre');
  return (
    textIn(genre && (firstOf(genre, 'name') ?? genre)) || attribute(genre, 'FormalName') || attribute(genre, 'qcode')
  );
}

/** The text of an element whose children stand for lines of their own. */
const spaced = (element: XmlElement | null): string =>
  (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child.trim() : textIn(child)))
    .filter(Boolean)
    .join(' ');
