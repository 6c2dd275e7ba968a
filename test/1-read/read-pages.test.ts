import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codes, read, readOne } from '../helpers/read.ts';

const folder = new URL('../pages/', import.meta.url);
const prose = (n: number) => `<p>${'The council weighed what the bridge would cost the town. '.repeat(n)}</p>`;

describe('pages', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const source = readFileSync(new URL(`${name}/source.html`, folder));
    const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8'));
    const { title, authors, published, section, source: where, text, markup } = await readOne(source, `${name}.html`);
    const blocks = markup!.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    const found = { title, authors: authors.map((author) => author.name), published, url: where.url, section, blocks };
    expect(found).toEqual(expected);
  });

  test('blocks are joined by blank lines', async () => {
    const { text, markup } = await readOne(
      `<html><body><article>${prose(4)}${prose(5)}</article></body></html>`,
      'a.html',
    );
    expect(text).toBe(markup!.map(({ start, end }) => text.slice(start, end)).join('\n\n'));
  });

  test('the controls of a gallery are no text, an author’s section numbers are', async () => {
    const controls = ['<<', '<', '1', '2', '3', '>']
      .concat(Array(4).fill('They smile'))
      .map((line) => `<p>${line}</p>`);
    const html = `<html><body><article>${prose(4)}${controls.join('')}<p>1</p>${prose(5)}<p>2</p>${prose(6)}</article></body></html>`;
    const { text } = await readOne(html, 'a.html');
    expect(text.split('\n\n').filter((block) => block.length < 50)).toEqual(['1', '2']);
  });

  test.each([
    ['The Daily | Why the town votes for a bridge', ''],
    ['Why the town votes for a bridge - The Daily', ''],
    [
      'On the river - Why the town votes for a bridge | The Daily',
      '<h1>On the river<br>Why the town votes for a bridge</h1>',
    ],
  ])('the headline of %j', async (title, h1) => {
    const head = `<title>${title}</title><meta property="og:site_name" content="The Daily">`;
    const og = h1 && '<meta property="og:title" content="Why the town votes for a bridge">';
    const html = `<html><head>${head}${og}</head><body>${h1}<article>${prose(8)}</article></body></html>`;
    expect((await readOne(html, 'a.html')).title).toBe('Why the town votes for a bridge');
  });

  test.each([
    ['no body', `<html><head><title>They smile</title></head>${prose(8)}</html>`],
    ['neither html nor head nor body', `<!doctype html><title>They smile</title>${prose(8)}`],
    [
      'a script between head and body',
      `<html><head><title>They smile</title></head><script>1</script><body>${prose(8)}</body></html>`,
    ],
    ['an html in the html', `<html><head><title>They smile</title></head><html><body>${prose(8)}</body></html></html>`],
    ['paragraphs in the head', `<html><head><title>They smile</title>${prose(8)}</html>`],
    [
      'an advertisement with a headline',
      `<html><title>They smile</title><body><b class="adHeadline">Buy</b>${prose(8)}</body></html>`,
    ],
  ])('a page with %s is read', async (_, html) => {
    const { title, text } = await readOne(html, 'a.html');
    expect(title).toBe('They smile');
    expect(text).toContain('The council weighed what the bridge would cost the town.');
  });

  test('text that a script would show is taken from the linked data', async () => {
    const articleBody = 'The council weighed what the bridge would cost the town.\nThey smile at it. '.repeat(9);
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'They smile', articleBody });
    const html = `<html><body><script type="application/ld+json">${data}</script><p>Photo of the bridge, as seen from the town, with the river below it.</p></body></html>`;
    const { text } = await readOne(html, 'a.html');
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      'The council weighed what the bridge would cost the town.',
      'They smile at it. The council weighed what the bridge would cost the town.',
    ]);
  });

  test('a menu is no text, a link in a sentence is', async () => {
    const menu = ['Home', 'Markets', 'Politics'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('');
    const last = '<p>They smile at <a href="/a">the bridge</a> in the evening.</p>';
    const html = `<html><body><article><ul>${menu}</ul>${prose(4)}${prose(5)}${last}</article></body></html>`;
    const { text } = await readOne(html, 'a.html');
    expect(text).not.toContain('Markets');
    expect(text).toMatch(/They smile at the bridge in the evening[.]$/);
  });

  test('who comments is no author, nor is a time zone', async () => {
    const comments =
      '<div class="comments"><p class="byline">Bo Li</p></div><aside><p class="byline">Cy Wu</p></aside>';
    const page = (byline: string) =>
      readOne(
        `<html><body><h1>They smile</h1>${byline}<article>${prose(8)}</article>${comments}</body></html>`,
        'a.html',
      );
    expect((await page('<p class="byline">By Ann Lee</p>')).authors.map(({ name }) => name)).toEqual(['Ann Lee']);
    expect((await page('<p class="byline">9:39AM BST 05 Oct 2011</p>')).authors).toEqual([]);
  });

  test('a date between the year and a section in the address', async () => {
    const link = '<link rel="canonical" href="https://news.example/2010/POLITICS/08/13/bridge.html">';
    const html = `<html><head>${link}</head><body><article>${prose(8)}</article></body></html>`;
    expect((await readOne(html, 'a.html')).published).toBe('2010-08-13');
  });

  test('without an author in the linked data its creator counts', async () => {
    const data = { '@type': 'NewsArticle', headline: 'They smile', creator: [{ '@type': 'Person', name: 'Ann Lee' }] };
    const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const { authors } = await readOne(`<html><body>${script}<article>${prose(8)}</article></body></html>`, 'a.html');
    expect(authors.map(({ name }) => name)).toEqual(['Ann Lee']);
  });

  test('scripts never run', async () => {
    const script = '<script>globalThis.pwned = 1; document.body.innerHTML = ""</script>';
    const article = await readOne(
      `<html><body>${script}<article>${prose(8)}</article><img src=x onerror="globalThis.pwned=1"></body></html>`,
      'a.html',
    );
    expect(article.text).toContain('The council');
    expect('pwned' in globalThis).toBe(false);
  });

  test.each([
    ['a page without an article', '<html><body><nav><a href="/">Home</a></nav></body></html>', 'no-article-found'],
    [
      '100,000 elements in each other',
      `<html><body>${'<div>'.repeat(100_000)}${prose(9)}</body></html>`,
      'nested-too-deep',
    ],
    [
      '100,000 formulas in each other',
      `<html><body><svg>${'<g>'.repeat(100_000)}</svg>${prose(9)}</body></html>`,
      'nested-too-deep',
    ],
  ])('%s is refused', async (_, html, code) => {
    expect(codes(await read(html, 'a.html'))).toEqual([code]);
  });

  test('elements that close themselves do not nest', async () => {
    const html = `<html><body><article>${'<p>They met again, and talked about the bridge for an hour.'.repeat(2000)}<br>${'<img src=a>'.repeat(2000)}</article></body></html>`;
    expect(codes(await read(html, 'a.html'))).toEqual(['ok']);
  });

  test.each(['<', '<!--', '<a ', '<script', '<p title="', '&', '<svg><', '</div>'])(
    '100,000 times %j costs only itself',
    async (piece) => {
      const items = await read(`<html><body>${prose(9)}${piece.repeat(100_000)}`, 'a.html');
      expect(items).toHaveLength(1);
    },
  );
});
