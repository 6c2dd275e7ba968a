import type { MarkerKind, Token } from '../../article/layers.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { hashOf } from '../../linear/hash.ts';

/** One line of a word list: what may be a marker, of which kind, on whose say-so, how strong. */
export interface Entry {
  readonly pattern: string;
  readonly kind: MarkerKind;
  /** `family/member`, such as `hedge/modal`. */
  readonly rule: string;
  readonly strength: -1 | 0 | 1;
  /** More often something else than a marker: the list says so with a `?`. */
  readonly vague: boolean;
  /** Tokens in the pattern, those of compounds and their hyphens among them. */
  readonly length: number;
  /** The kind's place in `KINDS`, and rule and pattern as numbers, worked out once for the model's features. */
  readonly kindNumber: number;
  readonly ruleNumber: number;
  readonly patternNumber: number;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

export const KINDS: readonly MarkerKind[] = [
  'hedge',
  'booster',
  'attitude',
  'self_mention',
  'engagement',
  'attribution',
  'concession',
  'obligation',
];

/** An entry and the tokens that it covers: `from` inside, `to` outside. */
export interface Match {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

const PATTERNS_BY_RULE = new Map<string, string[]>();
/** The patterns of each rule, in the order of the lists. */
export const PATTERNS: ReadonlyMap<string, readonly string[]> = PATTERNS_BY_RULE;
const ROOT: Node = { next: new Map(), entries: [] };
for (const kind of KINDS) readList(kind, kind.replace('_', '-'));
readList('attitude', 'attitude-opinion');
readList('attitude', 'attitude-wider');

/** Every entry of every list that begins at token `at` and ends before token `limit`; a word fits by its lower case or its lemma. */
export function matchesAt(tokens: readonly Token[], at: number, limit: number): Match[] {
  const found: Match[] = [];
  walk(ROOT, tokens, at, at, limit, found);
  return found;
}

function walk(node: Node, tokens: readonly Token[], from: number, at: number, limit: number, found: Match[]): void {
  for (const entry of node.entries) found.push({ entry, from, to: at });
  if (at >= limit || node.next.size === 0) return;
  const { lower, lemma } = tokens[at]!;
  const byLower = node.next.get(lower);
  if (byLower) walk(byLower, tokens, from, at + 1, limit, found);
  const byLemma = lemma === lower ? undefined : node.next.get(lemma);
  if (byLemma) walk(byLemma, tokens, from, at + 1, limit, found);
}

function readList(kind: MarkerKind, name: string): void {
  const file = new URL(`./lexicon/${name}.tsv`, import.meta.url);
  for (const [pattern, member, strength, doubt] of readLexicon(file, 4)) {
    // wink parts the words of a compound: "win-win" is three tokens.
    const words = pattern!.replaceAll('-', ' - ').split(' ');
    const node = words.reduce(childOf, ROOT);
    const rule = `${kind}/${member}`;
    listOf(rule).push(pattern!);
    node.entries.push({
      pattern: pattern!,
      kind,
      rule,
      strength: Number(strength) as Entry['strength'],
      vague: doubt === '?',
      length: words.length,
      kindNumber: KINDS.indexOf(kind),
      ruleNumber: hashOf(rule),
      patternNumber: hashOf(pattern!),
    });
  }
}

function listOf(rule: string): string[] {
  const list = PATTERNS_BY_RULE.get(rule) ?? [];
  PATTERNS_BY_RULE.set(rule, list);
  return list;
}

function childOf(node: Node, word: string): Node {
  const child = node.next.get(word) ?? { next: new Map(), entries: [] };
  node.next.set(word, child);
  return child;
}
