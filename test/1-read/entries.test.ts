import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEntries } from '../../src/1-read/containers/read-entries.ts';
import type { ReadItem, ReadOptions } from '../../src/1-read/options.ts';
import { readInput } from '../../src/1-read/read-input.ts';
import { all, codes } from '../helpers/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'oped-entries-'));
let files = 0;

function readXml(xml: string, options: ReadOptions = {}): Promise<ReadItem[]> {
  const path = join(folder, `${++files}.xml`);
  writeFileSync(path, xml);
  return all(readInput(path, options));
}

const piece = (n: number): string =>
  `<p>Piece ${n}: the town should keep its harbour, and café number ${n} as well.</p>`.repeat(4);

const rss = (items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><language>en-GB</language><!-- <item> is no item here -->\n${items.join('\n')}\n</channel></rss>`;

const rssItem = (n: number, more = ''): string =>
  `<item><title>Title ${n}</title><guid>g-${n}</guid><pubDate>Thu, 13 Nov 2014 09:30:00 +0000</pubDate><content:encoded><![CDATA[${piece(n)}${more}]]></content:encoded></item>`;

const post = (n: number, type: string): string =>
  `<item><title>Post ${n}</title><dc:creator>jdoe</dc:creator><wp:post_id>${n}</wp:post_id><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${piece(n)}]]></content:encoded></item>`;

const wxr = (posts: readonly string[]): string =>
  `<rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:wp="w"><channel><title>Blog</title><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>jdoe</wp:author_login><wp:author_display_name>Jane Doe</wp:author_display_name></wp:author>${posts.join('')}</channel></rss>`;

const atom = (entries: readonly string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title>${entries.join('')}</feed>`;

const atomEntry = (n: number): string =>
  `<entry><title>Title ${n}</title><id>a-${n}</id><updated>2014-11-13T09:30:00Z</updated><content type="html"><![CDATA[${piece(n)}]]></content></entry>`;

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

/** What there is to compare of an item whose document may be cut. */
const told = (item: ReadItem) => {
  if (!item.ok) return item.problem.code;
  const { title, text, published, authors, language, source } = item.article;
  return { title, text, published, authors, language, archive: source.archive, id: source.id, format: source.format };
};

describe('a list that is too large to be read whole', () => {
  test.each([
    ['RSS', rss(range(40).map((n) => rssItem(n)))],
    ['a WordPress export', wxr(range(40).map((n) => post(n, 'post')))],
    ['Atom', atom(range(40).map(atomEntry))],
  ])('%s is read entry by entry, to the same articles', async (_, xml) => {
    const [whole, cut] = [await readXml(xml), await readXml(xml, { maxBytes: 4000 })];
    expect(codes(whole)).toEqual(range(40).map(() => 'ok'));
    expect(cut.map(told)).toEqual(whole.map(told));
  });

  test('a broken entry, one above the limit and one cut short cost only themselves', async () => {
    const items = [rssItem(1), rssItem(2).replace('</title>', ''), rssItem(3, 'x'.repeat(9000)), rssItem(4)];
    const xml = rss([...items, rssItem(5), rssItem(6)]);
    const found = await readXml(xml.slice(0, xml.indexOf('Piece 6')), { maxBytes: 4000 });
    expect(codes(found)).toEqual(['ok', 'invalid-xml', 'input-too-large', 'ok', 'ok', 'invalid-xml']);
    const places = found.map((item) => (item.ok ? item.article.source.archive : item.source.archive));
    expect(places).toEqual(['#1', '#2', '#3', '#4', '#5', '#6']);
  });

  test('tags of entries in CDATA and in comments part nothing', async () => {
    const odd = rssItem(2, '</item><item> in the text').replace('<guid>', '<!-- </item> --><guid>');
    const found = await readXml(rss([rssItem(1), odd, rssItem(3), rssItem(4)]), { maxBytes: 2000 });
    expect(codes(found)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(found[1]?.ok && found[1].article.text).toContain('in the text');
  });

  test('what is no post comes to nothing, and the number of a post is its place', async () => {
    const found = await readXml(wxr([post(1, 'post'), post(2, 'attachment'), post(3, 'page')]), { maxBytes: 1000 });
    expect(found.map((item) => item.ok && item.article.source.archive)).toEqual(['#1', '#3']);
  });

  test('is refused as a whole where no entry is an article, as a smaller one is', async () => {
    const xml = wxr(range(9).map((n) => post(n, 'attachment')));
    const [whole, cut] = [await readXml(xml), await readXml(xml, { maxBytes: 1000 })];
    expect(codes(whole)).toEqual(['no-article-found']);
    expect(cut.map((item) => !item.ok && [item.problem.code, item.source.archive])).toEqual([
      ['no-article-found', null],
    ]);
  });

  test('of a head that is too long what tells is kept; one without end is refused', async () => {
    const posts = [...range(8).map((n) => post(n, 'post')), post(9, 'attachment')];
    const terms = '<wp:term><wp:term_id>1</wp:term_id></wp:term>'.repeat(2000);
    const found = await readXml(wxr(posts).replace('<wp:author>', `${terms}<wp:author>`), { maxBytes: 92_000 });
    const authors = found.map((item) => (item.ok ? item.article.authors[0]?.name : item.problem.code));
    expect(authors).toEqual(range(8).map(() => 'Jane Doe'));
    expect(codes(await readXml(rss(['<x>'.repeat(5000)]), { maxBytes: 4000 }))).toEqual(['input-too-large']);
  });

  test('is cut the same wherever its chunks end', async () => {
    const bytes = Buffer.from(rss(range(5).map((n) => rssItem(n, '<!-- ]] --> </item>'))));
    const place = { path: 'a.xml', id: null, archive: null };
    async function* chunks(size: number) {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const whole = await all(readEntries(chunks(bytes.length), place, {}));
    expect(whole.map((held) => 'refusal' in held)).toEqual([false, false, false, false, false, true]);
    for (const size of [1, 7, 64]) expect(await all(readEntries(chunks(size), place, {}, 1))).toEqual(whole);
  });
});
