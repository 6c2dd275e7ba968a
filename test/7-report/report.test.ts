import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { writeReport } from '../../src/7-report/write-report.ts';
import { score } from '../../src/score/score.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { folder } from '../helpers/folder.ts';
import { CHROMIUM } from '../helpers/programs.ts';
import { handMade } from '../helpers/record.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const HOSTILE = handMade({
  id: 'hostile',
  title: '<img src=x onerror=alert(1)>',
  author: '"><script>alert(2)</script>',
  issue: `'"><svg onload=alert(3)>`,
  url: 'javascript:alert(4)',
  path: '"><img src=x onerror=alert(5)>.txt',
  sentences: [
    ['pro', '=1+1 <b>bold</b>\r\n⟦person:<i>Ada</i>⟧ & ⟦hedge:&amp;⟧ </script><script>alert(6)</script>'],
    ['con', ']]> <!-- \u2028 {{alert(7)}} ⟦place:__proto__⟧ x'],
  ],
});

const CROWD = [...'ABCDEFGHIJKLM'].map((letter) => `⟦person:${letter}on Roe⟧`).join(', ');
const LEANS = ['pro', 'con', 'balanced'] as const;
const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    handMade({
      id: `a${i}`,
      title: `Article ${i}`,
      author: i % 10 === 0 ? 'Ngozi Abara' : 'Jo Writer',
      published: i % 7 === 0 ? null : `20${10 + (i % 10)}-03-14`,
      lean: LEANS[i % 3]!,
      // An ending that the gold's name leaves out.
      path: `a${i}.html`,
      ...(i === 5 ? { sentences: [['pro', `${CROWD} came. Only here is ⟦person:Rosa Lima⟧ named.`]] as const } : {}),
    }),
  );

async function* stream(records: readonly OpedRecord[]) {
  yield* records;
}

async function report(records: OpedRecord[], chunk = 1000): Promise<string> {
  const dir = folder();
  await writeReport(
    async function* () {
      yield* records;
    },
    { dir, chunk },
  );
  return dir;
}

/** What axe finds serious or worse, as its rules' names and places. */
async function seriousIn(page: Page): Promise<string[]> {
  // The page's policy lets no foreign script in, as it should; axe comes through the debugger.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const found = (await page.evaluate('axe.run(document)')) as {
    violations: { impact: string; id: string; nodes: { html: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}

describe.skipIf(!CHROMIUM)('the pages in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('the index is searched and filtered, and says how many there are', async () => {
    const { page, complaints } = await openPage(browser, join(await report(many(120), 50), 'index.html'));
    const count = page.locator('#count');
    await expect.poll(() => count.textContent()).toBe('120 of 120 articles');
    expect(await page.locator('#list tbody tr').count()).toBe(50);
    await page.locator('#lean').selectOption('con');
    expect(await count.textContent()).toBe('40 of 120 articles');
    await page.locator('#author').fill('ngozi');
    expect(await count.textContent()).toBe('4 of 120 articles');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('From').fill('2019-01-01');
    expect(await count.textContent()).toBe('10 of 120 articles');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('Search').fill('rosa 5');
    expect(await page.locator('#list tbody a').allTextContents()).toEqual(['Article 5']);
    expect(complaints).toEqual([]);
  });

  test('the list turns pages and changes its order by keyboard', async () => {
    const { page } = await openPage(browser, join(await report(many(120)), 'index.html'));
    await page.getByRole('button', { name: 'Next page' }).press('Enter');
    expect(await page.locator('#place').textContent()).toBe('Page 2 of 3');
    await page.getByRole('button', { name: 'Title' }).press('Enter');
    expect(await page.locator('#list tbody a').first().textContent()).toBe('Article 0');
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toBe('Title');
  });

  test('a name on an article’s page leads to the articles that name it', async () => {
    const { page } = await openPage(browser, join(await report(many(12)), 'articles', 'a5.html'));
    await page.getByRole('link', { name: 'Rosa Lima', exact: true }).click();
    await expect.poll(() => page.locator('#count').textContent()).toBe('1 of 12 articles');
  });

  test('layers switch, one kind of marker by itself', async () => {
    const { page, complaints } = await openPage(browser, join(await report(many(2)), 'articles', 'a0.html'));
    const under = (place: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${place}')).borderBottomStyle`);
    expect(await under('.k-hedge')).toBe('solid');
    await page.getByLabel('hedge').uncheck();
    expect(await under('.k-hedge')).toBe('none');
    expect(await under('.k-booster')).toBe('double');
    await page.getByLabel('pro and con').uncheck();
    expect(await page.locator('.r-pro .tag').first().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('a point of the balance sheet leads to its sentence', async () => {
    const { page } = await openPage(browser, join(await report(many(1)), 'articles', 'a0.html'));
    await page.locator('.balance .side.r-con a').click();
    expect(page.url()).toMatch(/#s2$/);
    expect(await page.locator('#text .s:target').textContent()).toBe('Ada Obi warned that it may drain the villages.');
  });

  test('the text is walked by keys, and each finding says its kind, rule and confidence', async () => {
    const { page } = await openPage(browser, join(await report(many(1)), 'articles', 'a0.html'));
    const inspector = page.locator('#inspector');
    expect(await page.locator('#text [tabindex="0"]').count()).toBe(1);
    await page.locator('#text [tabindex="0"]').focus();
    expect(await inspector.textContent()).toContain('Sentence 1: pro (90 %)');
    await page.keyboard.press('ArrowRight');
    expect(await inspector.textContent()).toContain('Marker: booster. Found by hand/made.');
    await page.keyboard.press('ArrowRight');
    expect(await inspector.textContent()).toContain('Name of a place: Minsk');
    await page.keyboard.press('ArrowLeft');
    expect(await inspector.textContent()).toContain('clearly');
    await page.locator('mark.k-hedge').hover();
    expect(await inspector.textContent()).toContain('Marker: hedge, in another voice');
  });

  test('labels are corrected by keyboard alone, and the gold file says so', async () => {
    const { page, complaints } = await openPage(browser, join(await report(many(1)), 'articles', 'a0.html'), {
      acceptDownloads: true,
    });
    await page.getByRole('button', { name: 'Review this article' }).press('Enter');
    await page.locator('#text .tag[data-s="2"]').focus();
    await page.getByLabel('Role').focus();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Correct the sentence' }).press('Enter');
    await page.locator('#text .tag[data-s="0"]').focus();
    await page.getByLabel('Words as they stand').fill('The park');
    await page.getByLabel('Kind').selectOption('organization');
    await page.getByRole('button', { name: 'Add what was missed' }).press('Enter');
    await page.locator('#text mark.k-booster').focus();
    await page.getByRole('button', { name: 'Remove' }).press('Enter');
    await page.locator('#text mark.k-concession').focus();
    await page.getByLabel('Kind').selectOption('hedge');
    await page.getByRole('button', { name: 'Correct the marker' }).press('Enter');
    expect(await page.locator('#corrections li').count()).toBe(4);
    await page.getByRole('button', { name: /^Undo: “Still” is hedge/ }).press('Enter');
    const { gold, text } = await downloads(page);
    expect(gold.id).toBe('a0');
    expect(gold.sentences.map(({ role }) => role)).toEqual(['pro', 'con', 'pro', 'pro']);
    expect(gold.entities).toContainEqual({
      start: 0,
      end: 8,
      text: 'The park',
      type: 'organization',
      canonical: 'The park',
    });
    expect(gold.markers.map(({ kind }) => kind)).toEqual(['attribution', 'hedge', 'concession', 'obligation']);
    for (const { start, end, text: words } of [...gold.entities, ...gold.markers])
      expect(text.slice(start, end)).toBe(words);
    expect(gold.layers).toEqual(['sentences', 'entities', 'markers']);
    expect(text).toBe(many(1)[0]!.text);
    expect(complaints).toEqual([]);
    const dir = folder();
    writeFileSync(join(dir, 'a0.json'), JSON.stringify(gold));
    writeFileSync(join(dir, 'a0.txt'), text);
    const { labels } = await score(dir, stream(many(1)));
    const of = (name: string) => labels.find(({ label }) => label === name);
    expect(of('roles/pro')).toMatchObject({ p: 1, n: 3 });
    expect(of('markers/booster')).toMatchObject({ p: 0, n: 0 });
    expect(of('entities/organization')).toMatchObject({ r: 0, n: 1 });
  });

  test('what does not stand in the sentence is not added', async () => {
    const { page } = await openPage(browser, join(await report(many(1)), 'articles', 'a0.html'));
    await page.getByRole('button', { name: 'Review this article' }).click();
    await page.locator('#text .tag[data-s="0"]').focus();
    await page.getByLabel('Words as they stand').fill('The pork');
    await page.getByRole('button', { name: 'Add what was missed' }).click();
    expect(await page.locator('#inspector').textContent()).toContain('does not stand in sentence 1');
    expect(await page.locator('#corrections li').count()).toBe(0);
  });

  test('an article full of markup harms no page: nothing runs, nothing is asked for, every character is there', async () => {
    const dir = await report([HOSTILE, ...many(2)]);
    for (const file of ['index.html', 'articles/hostile.html']) {
      const { page, complaints } = await openPage(browser, join(dir, file));
      await page.waitForTimeout(200);
      expect(complaints).toEqual([]);
      expect(await page.locator('img, svg[onload], b, i').count()).toBe(0);
      expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    }
    const { page } = await openPage(browser, join(dir, 'articles', 'hostile.html'));
    expect(await page.locator('h1').textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('#text [data-start]').textContent()).toBe(HOSTILE.text.trimEnd());
  });

  test('on paper the text and its signs stay, and the controls go', async () => {
    const { page } = await openPage(browser, join(await report(many(1)), 'articles', 'a0.html'));
    await page.emulateMedia({ media: 'print' });
    for (const place of ['.layers', '#inspector', '#review', '.top'])
      expect(await page.locator(place).isVisible()).toBe(false);
    for (const place of ['#text', '.balance', '.verdict', '.r-con .tag'])
      expect(await page.locator(place).first().isVisible()).toBe(true);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious (%s)', async (colorScheme) => {
    const dir = await report([...many(60), HOSTILE]);
    for (const file of ['index.html', 'articles/a0.html', 'articles/hostile.html']) {
      const { page } = await openPage(browser, join(dir, file), { colorScheme });
      if (file.startsWith('articles')) await page.getByRole('button', { name: 'Review this article' }).click();
      await page
        .locator('.tag')
        .first()
        .focus({ timeout: 500 })
        .catch(() => {});
      expect([file, await seriousIn(page)]).toEqual([file, []]);
    }
  });
});

interface Gold {
  readonly id: string;
  readonly sentences: readonly { readonly role: string }[];
  readonly entities: readonly { start: number; end: number; text: string; type: string; canonical: string }[];
  readonly markers: readonly { start: number; end: number; text: string; kind: string }[];
  readonly layers: readonly string[];
}

async function downloads(page: Page): Promise<{ gold: Gold; text: string }> {
  const save = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).press('Enter'),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  return { gold: JSON.parse(await save('Download the gold file')), text: await save('Download its text') };
}

test('the same article twice has one page, and an existing report stops the run', async () => {
  const dir = folder();
  const twice = async function* () {
    yield* [handMade(), handMade()];
  };
  expect(await writeReport(twice, { dir })).toBe(1);
  expect(readFileSync(join(dir, 'index.html'), 'utf8')).toContain('<h1>1 opinion article</h1>');
  await expect(writeReport(twice, { dir })).rejects.toThrow('index.html exists already');
});

test('an id never becomes a path', async () => {
  const dir = folder();
  await writeReport(
    async function* () {
      yield handMade({ id: '../../evil' });
    },
    { dir },
  );
  const { readdirSync } = await import('node:fs');
  expect(readdirSync(join(dir, 'articles'))).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.html$/)]);
});
