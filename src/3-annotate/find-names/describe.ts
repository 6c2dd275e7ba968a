import type { Article } from '../../article/article.ts';
import type { Token } from '../../article/layers.ts';
import { keyOf, standsFor } from './alias.ts';
import type { Group, Mention } from './mention.ts';
import { isRoleWord } from './role-words.ts';

const LINKS = new Set(['of', 'for', 'at', 'in', 'on']);
const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', 'our', 'my']);
const PARTS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const LONGEST = 14;

type Read = Article<'front' | 'tokens'>;

/**
 * What the article calls each person: the title or role before the name ("Lawyer Denis Aleinikov"), the apposition after
 * it ("Vsevolod Yanchevsky, head of the Hi-Tech Park"), the predicate ("Joe Biden is a U.S. senator"), the byline.
 *
 * @returns for each group its descriptions in document order, without doubles
 */
export function describe(groups: readonly Group[], article: Read): string[][] {
  const named = new Map<number, Mention>();
  for (const { mentions } of groups)
    for (const mention of mentions) for (let i = mention.first; i < mention.after; i++) named.set(i, mention);
  return groups.map((group) => {
    if (group.type !== 'person') return [];
    const found = group.mentions.flatMap((mention) => [
      before(mention, article, named),
      after(mention, article, named),
    ]);
    return distinct([...found, byline(group, article)]);
  });
}

/** Without doubles, and without what another one says more fully ("expert" beside "political expert"). */
function distinct(found: readonly (string | null)[]): string[] {
  const texts = [...new Set(found.filter((text) => text !== null))];
  const lowers = texts.map((text) => text.toLowerCase());
  return texts.filter(
    (_, i) => !lowers.some((other, j) => j !== i && other.endsWith(lowers[i]!) && (other !== lowers[i] || j < i)),
  );
}

const isRole = ({ lower }: Token): boolean => isRoleWord(lower);

/** The words before a name as far as they are one phrase that ends in a role, or in "of" and a name after one. */
function before(mention: Mention, { text, tokens }: Read, named: ReadonlyMap<number, Mention>): string | null {
  let from = mention.first;
  while (from > 0 && mention.first - from < LONGEST && joinsBefore(text, tokens, from - 1, mention, named)) from--;
  while (from < mention.first && (ARTICLES.has(tokens[from]!.lower) || LINKS.has(tokens[from]!.lower))) from++;
  const phrase = tokens.slice(from, mention.first);
  const role = phrase.findLastIndex(isRole);
  if (role < 0) return null;
  const rest = phrase.slice(role + 1);
  if (rest.length > 0 && !LINKS.has(rest[0]!.lower)) return null;
  return text.slice(phrase[0]!.start, phrase.at(-1)!.end);
}

function joinsBefore(
  text: string,
  tokens: readonly Token[],
  at: number,
  { sentence }: Mention,
  named: ReadonlyMap<number, Mention>,
): boolean {
  const token = tokens[at]!;
  if (token.sentence !== sentence) return false;
  const inside = named.get(at);
  if (inside) return inside.type !== 'person';
  if (LINKS.has(token.lower)) return true;
  if (ARTICLES.has(token.lower)) return at > 0 && LINKS.has(tokens[at - 1]!.lower);
  return (
    isRole(token) ||
    token.lower === '-' ||
    isAbbreviation(token, text) ||
    (token.kind === 'word' && PARTS.has(token.pos))
  );
}

/** "IT", "CEO": wink-nlp takes some for pronouns. */
const isAbbreviation = (token: Token, text: string): boolean =>
  /^\p{Lu}{2,}$/u.test(text.slice(token.start, token.end));

/** The apposition after a comma, or the predicate after "is a": it must come to a role soon. */
function after(mention: Mention, { text, tokens }: Read, named: ReadonlyMap<number, Mention>): string | null {
  let from = mention.after;
  const next = tokens[from];
  if (next?.sentence !== mention.sentence) return null;
  if (next.lower === ',') from++;
  else if (['is', 'was'].includes(next.lower) && ARTICLES.has(tokens[from + 1]?.lower ?? '')) from++;
  else return null;
  while (ARTICLES.has(tokens[from]?.lower ?? '')) from++;
  let to = from;
  while (to - from < LONGEST && joinsAfter(tokens, to, mention, named)) to++;
  // "Lawyer A, Head of the Park B": the role is B's.
  if (named.get(to)?.type === 'person') return null;
  while (to > from && (LINKS.has(tokens[to - 1]!.lower) || ARTICLES.has(tokens[to - 1]!.lower))) to--;
  const phrase = tokens.slice(from, to);
  const role = phrase.findIndex(isRole);
  const link = phrase.findIndex(({ lower }) => LINKS.has(lower));
  if (role < 0 || (link >= 0 && link < role) || named.get(from + role + 1)?.type === 'person') return null;
  return text.slice(phrase[0]!.start, phrase.at(-1)!.end);
}

function joinsAfter(
  tokens: readonly Token[],
  at: number,
  { sentence }: Mention,
  named: ReadonlyMap<number, Mention>,
): boolean {
  const token = tokens[at];
  if (token?.sentence !== sentence) return false;
  const inside = named.get(at);
  if (inside) return inside.type !== 'person';
  if (LINKS.has(token.lower) || ARTICLES.has(token.lower) || token.lower === '-') return true;
  return isRole(token) || (token.kind === 'word' && PARTS.has(token.pos));
}

/** The role that the byline gives the author of this name. */
function byline({ mentions }: Group, { front }: Read): string | null {
  const key = keyOf(mentions[0]!.name, 'person');
  const author = front.authors.find(({ name }) => {
    const full = keyOf(name, 'person');
    return full === key || standsFor(key, full, 'person');
  });
  return author?.role ?? null;
}
