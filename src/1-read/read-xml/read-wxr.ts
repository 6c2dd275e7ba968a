import { ArticleRejected } from '../../article/problem.ts';
import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf, type Refused, refused } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { readFragment } from '../read-html/read-fragment.ts';
import { attribute, childAt, childrenOf, descendants, rawText, textIn, type XmlElement } from './parse-xml.ts';

/** The published posts and pages of a WordPress export; drafts, attachments and menus are not articles. */
export function readWxr(rss: XmlElement): (Draft | Refused)[] {
  const channel = childAt(rss, 'channel');
  if (channel === null) throw new ArticleRejected({ code: 'no-article-found' });
  const names = new Map(
    [...descendants(channel, 'author')].map((one) => [
      textIn(childAt(one, 'author_login')),
      textIn(childAt(one, 'author_display_name')),
    ]),
  );
  const language = textIn(childAt(channel, 'language')) || null;
  const posts = childrenOf(channel, 'item').filter((item) => isPost(item));
  return posts.map((item, index) => postOf(item, `#${index + 1}`, names, language));
}

function isPost(item: XmlElement): boolean {
  const type = textIn(childAt(item, 'post_type')) || 'post';
  return (type === 'post' || type === 'page') && ['publish', ''].includes(textIn(childAt(item, 'status')));
}

function postOf(
  item: XmlElement,
  name: string,
  names: ReadonlyMap<string, string>,
  language: string | null,
): Draft | Refused {
  const content =
    childrenOf(item, 'encoded')
      .map(rawText)
      .find((text) => text.trim() !== '') ?? '';
  const id = textIn(childAt(item, 'post_id')) || textIn(childAt(item, 'guid')) || null;
  const body = readFragment(paragraphs(content));
  if (body.text === '') return refused({ code: 'nothing-to-read' }, { item: name, id });
  const creator = textIn(childAt(item, 'creator'));
  return draftOf({
    ...body,
    title: textIn(childAt(item, 'title')) || null,
    authors: cleanAuthors([names.get(creator) || creator]),
    published: isoDate(`${textIn(childAt(item, 'post_date_gmt'))}Z`) ?? isoDate(textIn(childAt(item, 'pubDate'))),
    url: textIn(childAt(item, 'link')) || null,
    language,
    section:
      childrenOf(item, 'category')
        .filter((one) => attribute(one, 'domain') === 'category')
        .map(textIn)
        .join(', ') || null,
    id,
    item: name,
  });
}

/** WordPress makes paragraphs of blank lines when it shows a post; shortcodes and block comments are for it alone. */
function paragraphs(content: string): string {
  const bare = content.replace(/\[\/?[a-z][\w-]{0,40}(?:\s[^[\]]{0,500})?\]/gi, ' ');
  return /<p[\s>]/i.test(bare)
    ? bare
    : bare
        .split(/\r?\n\s*\r?\n/)
        .map((part) => `<p>${part}</p>`)
        .join('\n');
}
