import { describe, expect, test } from 'vitest';
import { codes, read, readOne } from '../helpers/read.ts';

const text = 'They smile. They left the room when the vote was lost.';

describe('XML', () => {
  test.each([
    [
      'NITF',
      `<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20240305T063000Z"/></docdata></head><body><body.head><hedline><hl1>Why</hl1></hedline><byline>By ANN LEE<byttl>Opinion Editor</byttl></byline></body.head><body.content><p>${text}</p></body.content></body></nitf>`,
    ],
    [
      'NewsML-G2',
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="x"><contentMeta><contentCreated>2024-03-05T06:30:00Z</contentCreated><by>By Ann Lee</by><headline>Why</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`,
    ],
    [
      'JATS',
      `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "x.dtd"><article article-type="editorial" dtd-version="1.1"><front><article-meta><title-group><article-title>Why</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Lee</surname><given-names>Ann</given-names></name></contrib></contrib-group><pub-date><day>05</day><month>03</month><year>2024</year></pub-date></article-meta></front><body><p>${text}<xref>1</xref></p></body></article>`.replace(
        '<xref>1</xref>',
        '',
      ),
    ],
    [
      'TEI',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Why</title></titleStmt><sourceDesc><bibl><author>Ann Lee</author><date when="2024-03-05"/></bibl></sourceDesc></fileDesc></teiHeader><text><body><p>${text}</p></body></text></TEI>`,
    ],
    [
      'RSS',
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title><item><title>Why</title><dc:creator>Ann Lee</dc:creator><pubDate>Tue, 05 Mar 2024 06:30:00 GMT</pubDate><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item></channel></rss>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Why</title><id>1</id><author><name>Ann Lee</name></author><published>2024-03-05T06:30:00Z</published><content type="html">&lt;p&gt;${text}&lt;/p&gt;</content></entry></feed>`,
    ],
    [
      'Factiva',
      `<PPSResponse><article><headline><paragraph>Why</paragraph></headline><byline>By Ann Lee</byline><leadParagraph><paragraph>${text}</paragraph></leadParagraph><publicationDate><date>2024-03-05</date></publicationDate></article></PPSResponse>`,
    ],
  ])('%s', async (_, xml) => {
    const article = await readOne(xml, 'a.xml');
    expect(article).toMatchObject({ title: 'Why', authors: [{ name: 'Ann Lee' }], text });
    expect(article.published).toMatch(/^2024-03-05/);
  });

  test('ALTO joins the halves of parted words', async () => {
    const word = (content: string, more = '') => `<String CONTENT="${content}" ${more}/>`;
    const alto = `<alto><Layout><TextBlock><TextLine>${word('They')}<SP/>${word('smi', 'SUBS_TYPE="HypPart1" SUBS_CONTENT="smile."')}</TextLine><TextLine>${word('le.', 'SUBS_TYPE="HypPart2" SUBS_CONTENT="smile."')}</TextLine></TextBlock><TextBlock><TextLine>${word('They')}<SP/>${word('left.')}</TextLine></TextBlock></Layout></alto>`;
    expect((await readOne(alto, 'a.xml')).text).toBe('They smile.\n\nThey left.');
  });

  test('a WordPress export gives its published posts', async () => {
    const item = (status: string, body: string) =>
      `<item><title>Why</title><dc:creator>ann</dc:creator><content:encoded><![CDATA[${body}]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_date_gmt>2024-03-05 06:30:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>${status}</wp:status></item>`;
    const wxr = `<rss xmlns:content="c" xmlns:dc="d" xmlns:wp="w"><channel><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>${item('draft', text)}${item('publish', `${text}\n\n[gallery ids="1"]\n\n${text}`)}</channel></rss>`;
    const article = await readOne(wxr, 'a.xml');
    expect(article).toMatchObject({
      title: 'Why',
      authors: [{ name: 'Ann Lee' }],
      published: '2024-03-05T06:30:00Z',
      text: `${text}\n\n${text}`,
    });
    expect(article.source.id).toBe('7');
  });

  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><nitf><body>&lol2;</body></nitf>`;
  test.each([
    ['a bomb of entities', laughs, 'invalid-xml'],
    [
      'an entity that names a file',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><p>&x;</p></body></nitf>',
      'invalid-xml',
    ],
    ['XML that is cut off', `<?xml version="1.0"?><nitf><body><p>${text}`, 'invalid-xml'],
    [
      '100,000 elements in each other',
      `<?xml version="1.0"?><nitf>${'<p>'.repeat(100_000)}${'</p>'.repeat(100_000)}</nitf>`,
      'nested-too-deep',
    ],
    ['a sitemap', '<?xml version="1.0"?><urlset><url><loc>https://x.example/</loc></url></urlset>', 'not-an-article'],
    ['an unknown root', '<?xml version="1.0"?><cookbook><p>x</p></cookbook>', 'format-not-read'],
    [
      'a feed of summaries',
      '<rss version="2.0"><channel><title>x</title><item><title>Why</title><description>Short.</description></item></channel></rss>',
      'record-without-page',
    ],
  ])('%s is refused', async (_, xml, code) => {
    expect(codes(await read(xml, 'a.xml'))).toEqual([code]);
  });
});
