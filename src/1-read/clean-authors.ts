import { authorsOf } from '../2-segment/find-blocks/byline.ts';
import type { Author } from '../article/article.ts';

const LONGEST_BYLINE = 600;

/** What a byline field holds beside names: addresses, dates, times, counts of shares, calls to act. */
const NOISE: readonly RegExp[] = [
  /\([^()]{0,40}@[^()]{0,40}\)/g,
  /\(?\bhttps?:\/\/[^\s)]+\)?/gi,
  /[\w.+-]{1,64}@[\w.-]{1,190}/g,
  /(?:^|\s)@\w{1,30}/g,
  /(?:\b|(?<=[a-z]))\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}\d*/gi,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}.*$/gi,
  /\b\d{4}-\d{2}-\d{2}\S*/g,
  /\b\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*\b(?:[ECMP][SD]T|GMT|BST|UTC|CES?T|IST)\b)?/gi,
  /\b(?:updated|published|posted|last modified|follow|share|email the author|more by this author|see more)\b.*$/gi,
];

const PREFIX = /^(?:(?:written|text|opinion|analysis|posted|submitted|story|words)\s+)?by:?\s+/i;

/** Words that stand where a name should and are none. */
const NOBODY =
  /^(?:admin|administrator|editor|staff|none|null|undefined|unknown|anonymous|author|guest|(?:\w+ )?by:?|and|n\/a|special to .*)$/i;

/**
 * Authors of metadata fields and bylines: each one name, its role and
 * affiliation apart, in the order given, nobody twice.
 *
 * @param fields such as `["By Ann Lee and Bo Li, in Oslo"]` or one name each
 */
export function cleanAuthors(fields: readonly string[]): Author[] {
  const found = new Map<string, Author>();
  for (const field of fields) {
    for (const author of authorsIn(field)) {
      const key = author.name.toLowerCase();
      if (!found.has(key)) found.set(key, author);
    }
  }
  return [...found.values()];
}

function authorsIn(field: string): Author[] {
  const line = withoutNoise(field);
  if (line === '' || NOBODY.test(line)) return [];
  return authorsOf(`By ${line.replace(PREFIX, '')}`).filter(isSomebody);
}

function withoutNoise(field: string): string {
  let line = field.slice(0, LONGEST_BYLINE).toWellFormed().replace(/\s+/g, ' ').trim();
  for (const noise of NOISE) line = line.replace(noise, ' ');
  return line
    .replace(/\s+/g, ' ')
    .replace(/\(\s*\)/g, '')
    .replace(/^[\s,;:|–—-]+|[\s,;:|–—-]+$/g, '');
}

const isSomebody = ({ name }: Author): boolean =>
  name.length > 1 && name.length < 100 && /\p{L}/u.test(name) && !NOBODY.test(name);
