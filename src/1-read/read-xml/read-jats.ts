import type { Author } from '../../article/article.ts';
import { ArticleRejected } from '../../article/problem.ts';
import { type Draft, draftOf, joinPieces } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { attribute, childAt, descendants, firstOf, textIn, type XmlElement } from './parse-xml.ts';
import { xmlBlocks } from './xml-blocks.ts';

/** A journal article in JATS: editorials, commentaries and book reviews are its opinion pieces. */
export function readJats(article: XmlElement): Draft[] {
  const meta = childAt(article, 'front', 'article-meta');
  const body = childAt(article, 'body');
  if (meta === null || body === null) throw new ArticleRejected({ code: 'no-article-found' });
  const subjects = [...descendants(meta, 'subject')].map(textIn);
  return [
    draftOf({
      ...joinPieces(xmlBlocks(body)),
      title: textIn(firstOf(meta, 'article-title')) || null,
      authors: authorsOf(meta),
      published: dateOf(meta),
      language: attribute(article, 'lang'),
      section: [attribute(article, 'article-type'), ...subjects].filter(Boolean).join(', ') || null,
      id:
        textIn(
          [...descendants(meta, 'article-id')].find((id) => attribute(id, 'pub-id-type') === 'doi') ??
            firstOf(meta, 'article-id'),
        ) || null,
    }),
  ];
}

function authorsOf(meta: XmlElement): Author[] {
  const people = [...descendants(meta, 'contrib')].filter(
    (one) => (attribute(one, 'contrib-type') ?? 'author') === 'author',
  );
  return people
    .map((one) => ({
      name:
        [textIn(firstOf(one, 'given-names')), textIn(firstOf(one, 'surname'))].filter(Boolean).join(' ') ||
        textIn(firstOf(one, 'collab')),
      role: textIn(firstOf(one, 'role')) || null,
      affiliation: textIn(firstOf(one, 'institution')) || null,
    }))
    .filter(({ name }) => name !== '');
}

function dateOf(meta: XmlElement): string | null {
  for (const date of descendants(meta, 'pub-date')) {
    const [year, month, day] = ['year', 'month', 'day'].map((part) => textIn(firstOf(date, part)));
    const found = isoDate(/^\d+$/.test(month ?? '') ? `${year}-${month}-${day}` : `${day} ${month} ${year}`);
    if (found !== null) return found;
  }
  return null;
}
