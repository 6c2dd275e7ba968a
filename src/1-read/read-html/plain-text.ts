import { parseHTML } from 'linkedom';

const LONGEST_ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/** The text of a metadata value: entities decoded (twice escaped ones too), tags left out, white space made single. */
export function plainText(value: string): string {
  const bare = value.includes('<') ? value.replace(/<[^<>]{0,500}>/g, ' ') : value;
  return decodeEntities(decodeEntities(bare))
    .replace(/[ \t\n\r\f\u00A0]+/g, ' ')
    .trim();
}

/** Letters and digits in lower case, by which two lines are the same whatever stands between their words. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const decoded = new Map<string, string>();

export function decodeEntities(value: string): string {
  return value.includes('&') ? value.replace(LONGEST_ENTITY, decodeOne) : value;
}

/** The parser knows the 2,231 names of HTML; each is asked for once. */
function decodeOne(entity: string): string {
  const known = decoded.get(entity);
  if (known !== undefined) return known;
  const { document } = parseHTML(`<!doctype html><html><body>${entity}</body></html>`);
  const character = String(document.body.textContent ?? entity);
  decoded.set(entity, character);
  return character;
}
