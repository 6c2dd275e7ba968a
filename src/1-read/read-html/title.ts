import type { Page } from './parse-page.ts';
import { letters, plainText } from './plain-text.ts';

/** The headline that the page shows, if metadata confirm it; else the metadata's, without the site's name. */
export function titleOf(
  page: Page,
  metadata: readonly (string | null | undefined)[],
  sites: readonly string[],
): string | null {
  const told = [...metadata, plainText(page.title ?? '')].filter((title) => title) as string[];
  const claims = told.map((claim) => withoutSite(claim, sites));
  const shown = [...page.querySelectorAll('h1')]
    .map(({ textContent }) => plainText(textContent ?? ''))
    .filter((title) => title !== '' && !isSite(title, sites));
  const confirmed = shown.map((title) => agreed(title, claims)).find((title) => title !== null);
  const title = confirmed ?? claims.find((claim) => !isSite(claim, sites)) ?? shown[0] ?? null;
  return title === null ? null : withoutSite(title, sites);
}

/** A shown headline that ends in a claim begins with a kicker; a claim that begins with it may add the site's name. */
function agreed(shown: string, claims: readonly string[]): string | null {
  const own = letters(shown);
  if (own.length < 6) return null;
  const behindKicker = claims.find((claim) => letters(claim).length > 20 && own.endsWith(letters(claim)));
  if (behindKicker !== undefined && letters(behindKicker) !== own) return behindKicker;
  return claims.some((claim) => letters(claim).startsWith(own)) ? shown : null;
}

/** Whether a line is the name of the site and nothing else. */
export const isSite = (title: string, sites: readonly string[]): boolean => sites.includes(letters(title));

/** Longer than any headline with its site. */
const LONGEST_TITLE = 1000;
const BARS = [' | ', ' - ', ' – ', ' — ', ' » ', ' · ', ' : '];

/** "Why we vote | The Daily", "The Daily - Why we vote": what stands behind the last bar, or before the first, goes when it names the site. */
function withoutSite(title: string, sites: readonly string[]): string {
  if (title.length > LONGEST_TITLE) return title;
  const cut = Math.max(...BARS.map((bar) => title.lastIndexOf(bar)));
  if (cut >= 10 && namesSite(title.slice(cut + 3), sites)) return withoutSite(title.slice(0, cut), sites);
  const first = Math.min(...BARS.map((bar) => title.indexOf(bar)).filter((at) => at > 0));
  // "The Daily's view of voting | Editorial" keeps its head: a site's name is shorter than a headline.
  const isHead = first * 2 < title.length && namesSite(title.slice(0, first), sites);
  return isHead ? withoutSite(title.slice(first + 3), sites) : title;
}

function namesSite(part: string, sites: readonly string[]): boolean {
  const own = letters(part);
  return own.length > 2 && sites.some((site) => site.includes(own) || (site.length > 3 && own.includes(site)));
}

/** What the site calls itself, and its host, as letters. */
export function sitesOf(names: readonly string[], address: string | null): string[] {
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(address ?? '')?.[1] ?? '';
  return [...names.map(letters), letters(host), letters(host.replace(/(?:\.com?)?\.[a-z]+$/, ''))].filter(
    (site) => site.length > 2,
  );
}
