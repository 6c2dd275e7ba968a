import { ArticleRejected } from '../../article/problem.ts';
import type { Draft, Refused } from '../draft.ts';
import { readHtml } from '../read-html/read-html.ts';
import { firstOf, parseXml, type XmlElement } from './parse-xml.ts';
import { readAlto } from './read-alto.ts';
import { readFactivaXml } from './read-factiva-xml.ts';
import { readFeed } from './read-feed.ts';
import { readJats } from './read-jats.ts';
import { readNewsml } from './read-newsml.ts';
import { readNitf } from './read-nitf.ts';
import { readTei } from './read-tei.ts';
import { readWxr } from './read-wxr.ts';

/** Roots of documents that hold no article, and what they are. */
const NO_ARTICLE: ReadonlyMap<string, string> = new Map([
  ['urlset', 'a sitemap'],
  ['sitemapindex', 'an index of sitemaps'],
  ['opml', 'a list of feeds'],
  ['mets', 'the table of contents of a scan (its pages are the ALTO files beside it)'],
  ['svg', 'a drawing'],
]);

type XmlReader = (root: XmlElement, source: string) => (Draft | Refused)[];

const READERS: ReadonlyMap<string, XmlReader> = new Map<string, XmlReader>([
  ['nitf', readNitf],
  ['newsml', readNewsml],
  ['newsmessage', readNewsml],
  ['newsitem', readNewsml],
  ['article', readJats],
  ['tei', readTei],
  ['tei.2', readTei],
  ['alto', readAlto],
  ['ppsresponse', readFactivaXml],
  ['ppsarticleresponse', readFactivaXml],
  ['rss', (root, source) => (firstOf(root, 'wxr_version') ? readWxr(root) : readFeed(source))],
  ['feed', (_, source) => readFeed(source)],
  ['rdf', (_, source) => readFeed(source)],
  ['html', (_, source) => readHtml(source)],
]);

/**
 * An XML document in any of the formats that newsrooms, publishers and libraries keep articles in.
 *
 * @throws ArticleRejected `invalid-xml`, `not-an-article`, `format-not-read`, `nested-too-deep`
 */
export function readXml(source: string): (Draft | Refused)[] {
  const root = parseXml(source);
  const name = root.name.toLowerCase();
  const what = NO_ARTICLE.get(name);
  if (what !== undefined) throw new ArticleRejected({ code: 'not-an-article', what });
  const reader = READERS.get(name);
  if (!reader)
    throw new ArticleRejected({
      code: 'format-not-read',
      format: `XML with the root element "${root.name.slice(0, 60)}"`,
    });
  return reader(root, source);
}

/** What the record calls the format, by the root element. */
export function xmlFormat(head: string): string {
  const root =
    /<(?:[\w.-]+:)?([a-zA-Z][\w.-]*)/
      .exec(head.replace(/<\?[^>]*\?>|<![^>]*>|<!--[\s\S]*?-->/g, ''))?.[1]
      ?.toLowerCase() ?? '';
  const names: Readonly<Record<string, string>> = {
    newsmessage: 'newsml',
    newsitem: 'newsml',
    newsml: 'newsml',
    article: 'jats',
    'tei.2': 'tei',
    ppsresponse: 'factiva',
    feed: 'atom',
    rdf: 'rss',
  };
  return names[root] ?? (READERS.has(root) ? root : 'xml');
}

/** The name of the first element, in lower case and without prefix; empty without one. */
export const rootName = (head: string): string =>
  /<(?:[\w.-]+:)?([a-zA-Z][\w.-]*)/
    .exec(head.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->|<![^>]*>/g, ''))?.[1]
    ?.toLowerCase() ?? '';
