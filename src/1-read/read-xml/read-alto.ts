import { ArticleRejected } from '../../article/problem.ts';
import { type Draft, draftOf } from '../draft.ts';
import { attribute, childrenOf, descendants, isXmlElement, type XmlElement } from './parse-xml.ts';

/**
 * A scanned page in ALTO, as the library's machine read it: text block by text
 * block, words that were parted at the end of a line joined. Which blocks make an
 * article is told by a METS file beside it, so a page is one document here.
 */
export function readAlto(alto: XmlElement): Draft[] {
  const blocks = [...descendants(alto, 'TextBlock')].map(blockText).filter((text) => text !== '');
  if (blocks.length === 0) throw new ArticleRejected({ code: 'no-article-found' });
  return [draftOf({ text: blocks.join('\n\n') })];
}

const blockText = (block: XmlElement): string =>
  childrenOf(block, 'TextLine').map(lineText).join(' ').replace(/\s+/g, ' ').trim();

const lineText = (line: XmlElement): string =>
  line.children
    .filter(isXmlElement)
    .filter(({ name }) => name === 'String')
    .map(wordText)
    .filter((word) => word !== '')
    .join(' ');

/** The first half of a parted word carries the whole; the second is passed over. */
function wordText(word: XmlElement): string {
  const part = attribute(word, 'SUBS_TYPE');
  if (part === 'HypPart2') return '';
  return (part === 'HypPart1' ? attribute(word, 'SUBS_CONTENT') : null) ?? attribute(word, 'CONTENT') ?? '';
}
