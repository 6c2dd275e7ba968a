import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { childrenOf, descendants, firstOf, rawText, textIn, type XmlElement } from './parse-xml.ts';

/** The articles of a Factiva export in XML. */
export function readFactivaXml(root: XmlElement): Draft[] {
  return [...descendants(root, 'article')].map((article, index) =>
    draftOf({
      text: ['leadParagraph', 'tailParagraphs', 'body']
        .flatMap((name) => paragraphs(firstOf(article, name)))
        .join('\n\n'),
      title: textIn(firstOf(article, 'headline')) || null,
      authors: cleanAuthors([textIn(firstOf(article, 'byline'))]),
      published: isoDate(textIn(firstOf(article, 'publicationDate'))),
      language: textIn(firstOf(article, 'baseLanguage')).toLowerCase() || null,
      section: textIn(firstOf(article, 'sectionName', 'columnName')) || null,
      id: textIn(firstOf(article, 'accessionNo')) || null,
      item: `#${index + 1}`,
    }),
  );
}

/** Paragraph elements, or plain lines of which an indented one begins a paragraph. */
function paragraphs(part: XmlElement | null): string[] {
  if (part === null) return [];
  const marked = childrenOf(part, 'paragraph');
  const texts =
    marked.length > 0
      ? marked.map(textIn)
      : rawText(part)
          .trim()
          .split(/\n\s{2,}(?=\S)|\n\s*\n/);
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}
