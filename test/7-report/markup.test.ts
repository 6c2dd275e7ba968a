import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { issueChart, rateChart, timeChart } from '../../src/7-report/archive-charts.ts';
import { archiveFigures } from '../../src/7-report/archive-figures.ts';
import { articlePage } from '../../src/7-report/article-page.ts';
import { articleText } from '../../src/7-report/article-text.ts';
import { findingsOf } from '../../src/7-report/findings.ts';
import { html, safeJson } from '../../src/7-report/html.ts';
import { indexPage } from '../../src/7-report/index-page.ts';
import { hostileText } from '../helpers/hostile.ts';
import { handMade } from '../helpers/record.ts';

const figuresOf = (...records: ReturnType<typeof handMade>[]) =>
  archiveFigures(
    (async function* () {
      yield* records;
    })(),
  );

const unmarked = (text: string) => text.replaceAll(/[⟦⟧]/g, '');

test('values are escaped, markup is not, and nothing is nothing', () => {
  expect(html`<p>${'<b>&"\''}${html`<i>x</i>`}${null}${undefined}${false}${[1, '<']}</p>`.markup).toBe(
    '<p>&lt;b&gt;&amp;&quot;&#39;<i>x</i>1&lt;</p>',
  );
});

test('whatever the words, no JSON can end its script element, and it reads back', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const json = safeJson({ text });
      expect(json).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});

test('whatever the words, a place in the page is a place in the text', () => {
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (before, name, after) => {
      const words = `${unmarked(before)} ⟦person:Ada ⟦hedge:may${unmarked(name)}⟧⟧ ⟦booster:${unmarked(after) || '!'}⟧`;
      const record = handMade({
        sentences: [
          ['pro', words],
          ['none', `${unmarked(after)}x`],
        ],
      });
      const { document } = parseHTML(`<body>${articleText(record, findingsOf(record)).markup}</body>`);
      const { start, end } = record.blocks[0]!;
      // A page's parser has no NUL; the replacement is as long.
      const shown = record.text.slice(start, end).replaceAll('\0', '\uFFFD');
      expect(document.querySelector('[data-start]')!.textContent!.replaceAll('&#13;', '\r')).toBe(shown);
    }),
  );
});

test('findings that cross each other lie side by side, each piece under all that cover it', () => {
  const record = handMade({ sentences: [['none', 'x y z']] });
  const crossing = [
    { layer: 'name' as const, kind: 'person', start: 0, end: 3, by: '', who: null, voice: null },
    { layer: 'marker' as const, kind: 'hedge', start: 2, end: 5, by: '', who: null, voice: null },
  ];
  expect(articleText(record, crossing).markup).toContain(
    '<mark class="k-person" data-f="0" tabindex="-1">x </mark>' +
      '<mark class="k-person k-hedge" data-f="0 1" tabindex="-1">y</mark>' +
      '<mark class="k-hedge" data-f="1" data-l="H" tabindex="-1"> z</mark>',
  );
});

test('pages hold no inline script, no inline style and no handler, whatever the words', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1) style="x">';
  const record = handMade({
    title: evil,
    author: evil,
    issue: evil,
    url: evil,
    path: evil,
    sentences: [['pro', `⟦person:${evil}⟧ x`]],
  });
  const figures = await figuresOf(record);
  for (const page of [articlePage(record, figures), indexPage(figures, ['data/articles-0.js'])]) {
    const { document } = parseHTML(page);
    expect(
      [...document.querySelectorAll('script:not([src])')].map((script) => script.getAttribute('type')),
    ).not.toContain(null);
    expect(document.querySelectorAll('style, img, iframe, [style]')).toHaveLength(0);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ name }) => name),
    );
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
  }
});

test('names such as __proto__ and constructor are counted like others', async () => {
  const record = handMade({ sentences: [['pro', '⟦person:constructor⟧ and ⟦place:__proto__⟧ met.']] });
  const { named } = await figuresOf(record, record);
  expect(named).toEqual([
    { name: '__proto__', count: 2 },
    { name: 'constructor', count: 2 },
  ]);
});

test('means, issues and dates of an archive', async () => {
  const figures = await figuresOf(
    handMade({ issue: 'the park', lean: 'pro' }),
    handMade({ issue: 'The Park', lean: 'con', published: null }),
    handMade({ issue: null, sentences: [] }),
  );
  expect(figures.issues).toMatchObject([{ issue: 'The Park', articles: 2, leans: { pro: 1, con: 1 } }]);
  expect(figures.dated).toHaveLength(2);
  expect(figures.means.booster).toBeCloseTo(37.037 * (2 / 3), 2);
  expect(figures.quoted).toEqual([{ name: 'Ada Obi', count: 2 }]);
});

test('an archive without dates and issues has no such charts', async () => {
  const figures = await figuresOf(handMade({ published: null, issue: null }));
  expect([timeChart(figures), rateChart(figures), issueChart(figures.issues)]).toEqual([null, null, null]);
  expect(indexPage(figures, [])).toContain('<h1>1 opinion article</h1>');
});

test('charts say themselves in words and bring no style of their own', async () => {
  const { markup } = timeChart(await figuresOf(handMade(), handMade({ published: '2021-01-01' })))!;
  expect(markup).toContain('aria-label="Articles a month by lean"');
  expect(markup).not.toContain('<style');
});
