// Takes the README's pictures of a report: `npx tsx tools/take-screenshots.ts REPORT ARTICLE_ID`.
// Needs Debian's chromium; run it after `oped report` over corpora/sample.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const [report, article] = process.argv.slice(2);
if (!report || !article) throw new Error('usage: take-screenshots.ts REPORT ARTICLE_ID');
mkdirSync('docs/img', { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, file] of [
  ['index', 'index.html'],
  ['article', `articles/${article}.html`],
] as const) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, offline: true });
  await page.goto(`file://${resolve(report, file)}`);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/img/${name}.png` });
}
await browser.close();
