import { ArticleRejected } from '../../article/problem.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf, joinPieces } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { attribute, childAt, descendants, firstOf, textIn, type XmlElement } from './parse-xml.ts';
import { xmlBlocks } from './xml-blocks.ts';

/** A text encoded in TEI, such as an old newspaper piece: the header tells title, author and the date of print. */
export function readTei(tei: XmlElement): Draft[] {
  const header = childAt(tei, 'teiHeader');
  const body = firstOf(tei, 'body');
  if (header === null || body === null) throw new ArticleRejected({ code: 'no-article-found' });
  const source = firstOf(header, 'sourceDesc') ?? header;
  const article = [...descendants(source, 'title')].find((title) => attribute(title, 'level') === 'a');
  return [
    draftOf({
      ...joinPieces(xmlBlocks(body)),
      title: textIn(article ?? null) || textIn(firstOf(childAt(header, 'fileDesc') ?? header, 'title')) || null,
      authors: cleanAuthors(authors(source).length > 0 ? authors(source) : authors(header)),
      published: dateOf(source),
      language: attribute(firstOf(header, 'language'), 'ident') ?? attribute(tei, 'lang'),
      section: textIn(firstOf(header, 'catDesc')) || null,
      id: textIn(firstOf(header, 'idno')) || attribute(tei, 'id'),
    }),
  ];
}

/** The regularised form of a name where both are given. */
const authors = (element: XmlElement): string[] =>
  [...descendants(element, 'author')]
    .map((author) => textIn(firstOf(author, 'reg', 'persName', 'name') ?? author))
    .filter((name) => name !== '');

function dateOf(source: XmlElement): string | null {
  for (const date of descendants(source, 'date')) {
    const found = isoDate(attribute(date, 'when') ?? attribute(date, 'value') ?? textIn(date));
    if (found !== null) return found;
  }
  return null;
}
