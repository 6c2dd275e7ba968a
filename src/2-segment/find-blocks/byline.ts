import type { Author } from '../../article/article.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** Small words inside of names. */
const PARTICLE =
  'de|del|della|la|las|le|los|van|von|der|den|ten|ter|al|el|bin|bint|ibn|abu|da|das|dos|du|di|do|e|y|zu|af|ap';
const IS_PARTICLE = new RegExp(`^(?:${PARTICLE})$`);
const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
/** Between the names: Earl “Chip” Jones. */
const NICKNAME = String.raw`["“‘']\p{Lu}[\p{L}\p{M} .-]{0,30}["”’']`;
const NAME = String.raw`${WORD}(?:\s+(?:${NICKNAME}\s+)?(?:(?:${PARTICLE})\s+)*${WORD}){0,4}`;
const KIND_OF_TEXT = 'Text|Words|Written|Opinion|Op-ed|Analysis|Column|Commentary|Story|Essay|Review|Posted|Submitted';
const BY = new RegExp(String.raw`^(?:(?:${KIND_OF_TEXT})\s+)?[Bb](?:y|Y):?\s+(.{2,300})$`, 'u');
const FULL_NAME = new RegExp(`^${NAME}$`, 'u');
/** "The author is mayor of Oslo", "Ann Lee is a professor of law at Yale." */
const IS = new RegExp(String.raw`^(?:By\s+)?(?:The\s+(?:author|writer)|(${NAME}))\s+(?:is|was)\s+(.{2,300})$`, 'u');
/** "Ann Lee in London", "Ann Lee for CNN": name, and what the preposition leads to. */
const NAME_THEN = new RegExp(String.raw`^(${NAME})\s+(in|for|at|of|from|with)\s+(.{2,120})$`, 'u');

const WORDS = new Map(
  readLexicon(new URL('./byline-words.tsv', import.meta.url), 2).map(([kind, word]) => [word!, kind as PartKind]),
);

type PartKind = 'name' | 'role' | 'org' | 'suffix';

/** Whether a line tells who wrote the piece; `The author is …` only at the edges of the text. */
export function isByline(line: string, atEdge: boolean): boolean {
  if (!atEdge) return false;
  const isWhole = ({ name }: Author) => name.includes(' ') || name === name.toUpperCase();
  if (BY.test(line)) return authorsOf(line).some(isWhole) && !/[!?]$/.test(line) && !isSentence(line);
  return /^The\s+(?:author|writer)\s+is\s/.test(line);
}

/** "By then the vote was lost." begins like a byline; its words are those of a sentence. */
const isSentence = (line: string): boolean =>
  /[.]$/.test(line) && /\s(?:was|were|had|has|have|will|would|is|are|did|does|can|could)\s/.test(line);

/**
 * Name, role and affiliation of a byline's authors: "Text by TUT.BY political
 * expert Artyom Shraibman", "By Ann Lee and Bo Li", "By Ann Lee, mayor of Oslo",
 * "By ANN LEE | Opinion Columnist". Empty when it names nobody.
 */
export function authorsOf(byline: string): Author[] {
  const line = byline.trim();
  const described = IS.exec(line);
  if (described) return described[1] === undefined ? [] : [authorWith(described[1], described[2]!)];
  const body = BY.exec(line)?.[1]?.replace(/[.\s]+$/, '');
  if (body === undefined) return [];
  const swapped = /^(\p{Lu}[\p{L}'’-]+),\s+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\.?)?)$/u.exec(body);
  if (swapped && kindOf(swapped[1]!) === 'name' && kindOf(swapped[2]!) === 'name') {
    return [named(`${swapped[2]} ${swapped[1]}`)];
  }
  return gather(body.split(/\s*[,;|/•·]\s*(?:and\s+)?|\s+(?:and|AND|&)\s+|\s+[–—-]\s+/).filter((part) => part !== ''));
}

/** Parts that are no names belong to the author before them. */
function gather(parts: readonly string[]): Author[] {
  const authors: Author[] = [];
  for (const part of parts) {
    const last = authors.at(-1);
    const kind = kindOf(part);
    if (kind === 'suffix') continue;
    if (kind === 'name' && (last === undefined || FULL_NAME.test(part) || hasNameAtEnd(part)))
      authors.push(authorOf(part));
    else if (last === undefined && kind === 'org') authors.push(named(part));
    else if (last !== undefined) authors[authors.length - 1] = addTo(last, part, kind);
  }
  return authors;
}

/** By its last word that the list knows; "political expert Artyom Shraibman" ends in a name. */
function kindOf(part: string): PartKind {
  if (/^(?:an?|the)\s+\p{Ll}/u.test(part)) return 'role';
  if (startsWithName(part)) return 'name';
  const words = part.split(/\s+/).map((word) => word.toLowerCase().replace(/[.,]+$/, ''));
  if (words.length === 1) return WORDS.get(words[0]!) ?? 'name';
  if (hasNameAtEnd(part)) return 'name';
  const known = words.map((word) => WORDS.get(word)).filter((kind) => kind !== undefined && kind !== 'suffix');
  return known.at(-1) ?? (FULL_NAME.test(part) || NAME_THEN.test(part) ? 'name' : 'role');
}

/** "Ann Lee for CNN", "U.S. Senator Jon Kyl": a name of two words beside its role. */
const startsWithName = (part: string): boolean => {
  const name = NAME_THEN.exec(part)?.[1] ?? nameBehindRole(part.split(/\s+/))?.name ?? '';
  return name.includes(' ') && !name.split(' ').some((word) => WORDS.has(word.toLowerCase()));
};

/** Capitalised role words with a name of two to four words behind them. */
function nameBehindRole(words: readonly string[]): { name: string; role: string } | null {
  const role = words.findLastIndex((word) => WORDS.get(word.toLowerCase()) === 'role');
  const behind = words.slice(role + 1);
  const isName = role >= 0 && behind.length > 1 && behind.length < 5 && FULL_NAME.test(words.join(' '));
  return isName ? { name: behind.join(' '), role: words.slice(0, role + 1).join(' ') } : null;
}

/** A role in lower case and behind it a name of two words or more. */
const hasNameAtEnd = (part: string): boolean => {
  const words = part.split(/\s+/);
  const lower = lastLower(words);
  return (
    lower >= 0 && words.length - lower > 2 && words.slice(lower + 1).every((word) => !WORDS.has(word.toLowerCase()))
  );
};

function addTo(author: Author, part: string, kind: PartKind): Author {
  if (kind === 'org' && author.affiliation === null) return { ...author, affiliation: part };
  const { role, affiliation } = splitRole(part);
  return {
    ...author,
    role: author.role === null ? role : `${author.role}, ${role}`,
    affiliation: author.affiliation ?? affiliation,
  };
}

function authorOf(person: string): Author {
  const behind = nameBehindRole(person.split(/\s+/));
  if (behind) return { ...named(behind.name), role: behind.role };
  if (FULL_NAME.test(person)) return named(person);
  const [, name, preposition, rest] = NAME_THEN.exec(person) ?? [];
  if (name !== undefined)
    return { ...named(name), affiliation: preposition === 'in' || preposition === 'from' ? null : rest! };
  const words = person.split(/\s+/);
  const lower = lastLower(words);
  if (lower === words.length - 1) return named(person);
  const role = words.slice(0, lower + 1);
  const firstLower = role.findIndex((word) => /^\p{Ll}/u.test(word));
  return {
    ...named(words.slice(lower + 1).join(' ')),
    role: role.slice(firstLower).join(' ') || null,
    affiliation: role.slice(0, firstLower).join(' ') || null,
  };
}

/** The name is the run of capitalised words at the end; a role in lower case parts it from an affiliation before it. */
const lastLower = (words: readonly string[]): number =>
  words.findLastIndex((word) => /^\p{Ll}/u.test(word) && !IS_PARTICLE.test(word));

const authorWith = (name: string, role: string): Author => ({ ...named(name), ...splitRole(role.replace(/\.$/, '')) });

const named = (name: string): Author => ({ name: inTitleCase(name), role: null, affiliation: null });

/** "mayor of Oslo", "a fellow at the Brookings Institution": role and affiliation. */
function splitRole(role: string): { role: string; affiliation: string | null } {
  const [, what = role, where = null] =
    /^(?:an?\s+|the\s+)?(.*?)\s+(?:of|at|with|for)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(role) ?? [];
  return { role: what.replace(/^(?:an?|the)\s+/, ''), affiliation: where };
}

/** Names in capitals; "AFP" and "AP" are so by themselves. */
const inTitleCase = (name: string): string =>
  name === name.toUpperCase() && name.includes(' ')
    ? name.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())
    : name;
