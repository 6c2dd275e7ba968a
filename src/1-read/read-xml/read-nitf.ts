import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf, joinPieces } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { attribute, childAt, descendants, firstOf, textIn, type XmlElement } from './parse-xml.ts';
import { xmlBlocks } from './xml-blocks.ts';

/** An article in NITF, the News Industry Text Format of the IPTC. */
export function readNitf(nitf: XmlElement): Draft[] {
  const head = childAt(nitf, 'head');
  const body = childAt(nitf, 'body');
  const content = childAt(body, 'body.content') ?? body;
  const property = firstOf(nitf, 'tobject.property');
  return [
    draftOf({
      ...joinPieces(content === null ? [] : xmlBlocks(content)),
      title: textIn(firstOf(nitf, 'hl1')) || textIn(firstOf(nitf, 'hedline')) || textIn(childAt(head, 'title')) || null,
      authors: cleanAuthors(bylines(nitf)),
      published: dateOf(nitf),
      url: attribute(firstOf(nitf, 'doc-id'), 'href'),
      language: attribute(nitf, 'baselang') ?? attribute(nitf, 'lang'),
      section:
        [attribute(property, 'tobject.property.type'), attribute(firstOf(nitf, 'pubdata'), 'position.section')]
          .filter(Boolean)
          .join(', ') || null,
      id: attribute(firstOf(nitf, 'doc-id'), 'id-string'),
    }),
  ];
}

/** `<byttl>` in a byline is the role. */
function bylines(nitf: XmlElement): string[] {
  const lines = [...descendants(nitf, 'byline')].map((byline) => {
    const title = textIn(firstOf(byline, 'byttl'));
    const whole = textIn(byline);
    return title === '' ? whole : `${whole.slice(0, whole.lastIndexOf(title)).trim()}, ${title}`;
  });
  return lines.slice(0, 1);
}

function dateOf(nitf: XmlElement): string | null {
  for (const name of ['date.issue', 'date.release', 'story.date', 'pubdata']) {
    const found = firstOf(nitf, name);
    const date = isoDate(attribute(found, 'norm') ?? attribute(found, 'date.publication') ?? '');
    if (date !== null) return date;
  }
  return null;
}
