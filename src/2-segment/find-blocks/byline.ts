import type { Author } from '../../article/article.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|la|le|van|von|der|den|al|el|bin|ibn|da|dos|du|di)\s+)*\p{Lu}[\p{L}\p{M}.'’-]*){0,4}`;
const BY = /^(?:(?:Text|Words|Written|Opinion|Op-ed|Analysis|Column|Commentary|Story)\s+)?[Bb](?:y|Y):?\s+(.{2,160})$/u;
const IS = new RegExp(String.raw`^(?:The\s+(?:author|writer)\s+is\s+|(${NAME})\s+is\s+)(.{2,300})$`, 'u');
const FULL_NAME = new RegExp(`^${NAME}$`, 'u');
const ROLE_THEN_NAME = new RegExp(String.raw`^(.*?)\s*\b(${NAME})$`, 'u');

/** Whether a line tells who wrote the piece; `The author is …` only at the edges of the text. */
export function isByline(line: string, atEdge: boolean): boolean {
  if (!atEdge) return false;
  const by = BY.exec(line);
  if (by) return !/[.!?]$/.test(line) || authorsOf(line).length > 0;
  return /^The\s+(?:author|writer)\s+is\s/.test(line);
}

/**
 * Name, role and affiliation of a byline's authors: "Text by TUT.BY political
 * expert Artyom Shraibman", "By Ann Lee and Bo Li", "By Ann Lee, mayor of Oslo".
 */
export function authorsOf(byline: string): Author[] {
  const body = BY.exec(byline.trim())?.[1];
  if (body === undefined) return describedAuthor(byline.trim());
  const [names = '', ...rest] = body.replace(/[.\s]+$/, '').split(/\s*[,|–—]\s*/);
  const people = names.split(/\s+(?:and|&)\s+/);
  const role = rest.length > 0 && !FULL_NAME.test(rest[0]!) ? rest.join(', ') : null;
  const others =
    role === null ? rest.flatMap((more) => more.split(/\s*\band\s+/)).filter((name) => FULL_NAME.test(name)) : [];
  return [...people, ...others].map((person) => ({ ...authorOf(person), ...(role === null ? {} : splitRole(role)) }));
}

function authorOf(person: string): Author {
  if (FULL_NAME.test(person)) return { name: title(person), role: null, affiliation: null };
  const words = person.split(/\s+/);
  // The name is the run of capitalised words at the end; a role in lower case parts it from an affiliation before it.
  const lower = words.findLastIndex(
    (word) => /^\p{Ll}/u.test(word) && !/^(?:de|la|le|van|von|der|den|al|el|bin|ibn|da|dos|du|di)$/.test(word),
  );
  const role = words.slice(0, lower + 1);
  const firstLower = role.findIndex((word) => /^\p{Ll}/u.test(word));
  return {
    name: words.slice(lower + 1).join(' ') || (ROLE_THEN_NAME.exec(person)?.[2] ?? person),
    role: role.slice(firstLower).join(' ') || null,
    affiliation: role.slice(0, firstLower).join(' ') || null,
  };
}

function describedAuthor(line: string): Author[] {
  const [, name, role] = IS.exec(line) ?? [];
  return name === undefined || role === undefined ? [] : [{ name, ...splitRole(role.replace(/\.$/, '')) }];
}

/** "mayor of Oslo", "a fellow at the Brookings Institution": role and affiliation. */
function splitRole(role: string): { role: string; affiliation: string | null } {
  const [, what = role, where = null] =
    /^(?:an?\s+|the\s+)?(.*?)\s+(?:of|at|with|for)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(role) ?? [];
  return { role: what.replace(/^(?:an?|the)\s+/, ''), affiliation: where };
}

const title = (name: string): string =>
  name === name.toUpperCase()
    ? name.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())
    : name;
