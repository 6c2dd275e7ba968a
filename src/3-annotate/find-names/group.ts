import type { Article } from '../../article/article.ts';
import { handlesOf, isGloss, keyOf, standsFor } from './alias.ts';
import type { Group, Mention } from './mention.ts';

/** Of the names that share a word, how many are looked at: the nearest in the article's order. */
const MOST_CANDIDATES = 32;

/** Mentions under one comparable name and type. */
interface Naming {
  readonly key: string;
  readonly mentions: Mention[];
}

/**
 * Mentions of one thing together: the same name; a surname, a first name or an acronym of a fuller one; the name that an
 * acronym in parentheses follows. Things of different types stay apart.
 */
export function group(mentions: readonly Mention[], article: Article<'tokens'>): Group[] {
  const namings = namingsOf(mentions);
  const glossed = glossesOf(mentions, article);
  const leader = new Map<Naming, Naming>();
  const handles = byHandle(namings);
  for (const naming of namings) {
    const full = fullerOf(naming, handles, glossed);
    if (full) leader.set(naming, full);
  }
  const groups = new Map<Naming, Mention[]>();
  for (const naming of namings) {
    const root = rootOf(naming, leader);
    const own = groups.get(root);
    if (own) for (const mention of naming.mentions) own.push(mention);
    else groups.set(root, [...naming.mentions]);
  }
  return [...groups]
    .map(([root, own]) => groupOf(root, own))
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

function groupOf(root: Naming, own: Mention[]): Group {
  const mentions = own.sort((a, b) => a.start - b.start);
  return { type: root.mentions[0]!.type, name: root.mentions[0]!.name, mentions };
}

function namingsOf(mentions: readonly Mention[]): Naming[] {
  const byKey = new Map<string, Naming>();
  for (const mention of mentions) {
    const key = keyOf(mention.name, mention.type);
    const own = byKey.get(`${mention.type} ${key}`);
    if (own) own.mentions.push(mention);
    else byKey.set(`${mention.type} ${key}`, { key, mentions: [mention] });
  }
  return [...byKey.values()];
}

/** "Food and Drug Administration (FDA)": acronym → name. */
function glossesOf(mentions: readonly Mention[], { text }: Article<'tokens'>): Map<string, string> {
  const glosses = new Map<string, string>();
  mentions.forEach((short, i) => {
    const full = mentions[i - 1];
    if (!full || full.type !== short.type || !/^\s*\(\s*["“]?$/.test(text.slice(full.end, short.start))) return;
    const key = keyOf(short.name, short.type);
    const name = keyOf(full.name, full.type);
    if (isGloss(key, name)) glosses.set(`${short.type} ${key}`, name);
  });
  return glosses;
}

/** Namings by whatever a shorter name could find them by. */
function byHandle(namings: readonly Naming[]): Map<string, Naming[]> {
  const handles = new Map<string, Naming[]>();
  for (const naming of namings) {
    const { type } = naming.mentions[0]!;
    for (const handle of [...handlesOf(naming.key, type), `=${naming.key}`]) {
      const own = handles.get(`${type} ${handle}`);
      if (!own) handles.set(`${type} ${handle}`, [naming]);
      else if (own.length < MOST_CANDIDATES) own.push(naming);
    }
  }
  return handles;
}

/** The naming that `own` is short for: of several the one mentioned last before it, else the first after it. */
function fullerOf(
  own: Naming,
  handles: ReadonlyMap<string, readonly Naming[]>,
  glosses: ReadonlyMap<string, string>,
): Naming | undefined {
  const { type, start } = own.mentions[0]!;
  const gloss = glosses.get(`${type} ${own.key}`);
  const words = own.key.split(' ');
  const near = [own.key, own.key.replace(/s$/, ''), words[0], words.at(-1), `=${gloss ?? ''}`].flatMap(
    (handle) => handles.get(`${type} ${handle}`) ?? [],
  );
  const fuller = near.filter(
    (other) =>
      other !== own &&
      other.key.length > own.key.length &&
      (other.key === gloss || standsFor(own.key, other.key, type)),
  );
  const before = fuller.filter((other) => other.mentions[0]!.start < start);
  return before.length > 0 ? latest(before, start) : fuller[0];
}

const latest = (namings: readonly Naming[], position: number): Naming =>
  namings.reduce((best, naming) => (lastBefore(naming, position) > lastBefore(best, position) ? naming : best));

const lastBefore = ({ mentions }: Naming, position: number): number =>
  mentions.findLast(({ start }) => start < position)?.start ?? -1;

function rootOf(naming: Naming, leader: ReadonlyMap<Naming, Naming>): Naming {
  let root = naming;
  for (let next = leader.get(root); next; next = leader.get(root)) root = next;
  return root;
}
