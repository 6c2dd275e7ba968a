import { ArticleRejected } from '../article/problem.ts';
import { dateInName } from './date-in-name.ts';
import { type Draft, draftOf } from './draft.ts';

const ROBOTS = /^(?:user-agent|disallow|allow|sitemap|crawl-delay|host)\s*:/i;
const ADDRESS = /^(?:https?|ftp):\/\/\S+$/i;
/** So many lines tell what a text is. */
const LOOK = 200;

/**
 * Plain text as it is: title line and byline are found as blocks later, so that
 * positions fit the user's file. Only the date is taken from a dated file's name.
 *
 * @throws ArticleRejected `not-an-article` for what machines write for machines: robots.txt, lists of addresses
 */
export function readText(text: string, path: string): Draft[] {
  const lines = text
    .slice(0, 64 * 1024)
    .split('\n', LOOK)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const share = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length / (lines.length || 1);
  if (lines.length > 1 && share(ROBOTS) > 0.5)
    throw new ArticleRejected({ code: 'not-an-article', what: 'a robots.txt file' });
  if (lines.length > 1 && share(ADDRESS) >= 0.5)
    throw new ArticleRejected({ code: 'not-an-article', what: 'a list of addresses' });
  return [draftOf({ text, published: dateInName(path) })];
}
