import type { Article, BlockKind } from '../../article/article.ts';
import type { Token } from '../../article/layers.ts';
import { tokensBySentence } from '../../article/tokens-by-sentence.ts';
import { contentStems } from '../reading/issue-words.ts';

/** Openers by which a sentence says the one before it again. */
const AGAIN: readonly string[] = [
  'in other words',
  'that is',
  'put differently',
  'in short',
  'to put it',
  'this means',
];
/** Share of the shorter sentence's content words that the two must have in common, and how many at least. */
const SHARED = 0.6;
const LEAST = 3;
/** How many points back a sentence may restate one. */
const BACK = 8;

interface Group {
  readonly indexes: number[];
  readonly key: string;
  readonly stems: ReadonlySet<string>;
}

/** Blocks that announce a point rather than make it. */
const ANNOUNCES: ReadonlySet<BlockKind> = new Set(['title', 'heading']);

/** Indexes of the arguing sentences, grouped where they restate one point; in order of first mention. */
export function restatements(article: Article<'blocks' | 'sentences' | 'tokens' | 'roles' | 'voices'>): number[][] {
  const tokens = tokensBySentence(article);
  const groups: Group[] = [];
  article.roles.forEach(({ role }, index) => {
    if (role === 'none' || ANNOUNCES.has(article.blocks[article.sentences[index]!.block]!.kind)) return;
    const key = `${role} ${article.voices[index]?.voice ?? 'author'}`;
    const words = tokens[index] ?? [];
    const group = { indexes: [index], key, stems: stemsOf(words) };
    const earlier = groups.slice(-BACK).find((other) => other.key === key && restates(words, group, other));
    if (earlier) earlier.indexes.push(index);
    else groups.push(group);
  });
  return groups.map(({ indexes }) => indexes);
}

function restates(words: readonly Token[], group: Group, earlier: Group): boolean {
  const follows = earlier.indexes.at(-1) === group.indexes[0]! - 1;
  const opening = words
    .slice(0, 3)
    .map(({ lower }) => lower)
    .join(' ');
  if (follows && AGAIN.some((opener) => opening.startsWith(opener))) return true;
  const common = [...group.stems].filter((stem) => earlier.stems.has(stem)).length;
  return common >= LEAST && common >= SHARED * Math.min(group.stems.size, earlier.stems.size);
}

const stemsOf = (tokens: readonly Token[]): Set<string> => contentStems(tokens.map(({ lower }) => lower));
