import type { Token } from '../../article/layers.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** A condition's opening words: tokens `from` (inside) to `to` (outside). */
export interface Cue {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
}

interface Pattern {
  readonly words: readonly string[];
  readonly rule: string;
}

/** By first word, the longest pattern first. */
const PATTERNS: ReadonlyMap<string, readonly Pattern[]> = byFirstWord(
  readLexicon(new URL('./cues.tsv', import.meta.url), 2).map(([words, rule]) => ({
    words: words!.split(' '),
    rule: rule!,
  })),
);

function byFirstWord(patterns: readonly Pattern[]): Map<string, Pattern[]> {
  const lists = new Map<string, Pattern[]>();
  for (const pattern of [...patterns].sort((a, b) => b.words.length - a.words.length)) {
    const first = pattern.words[0]!;
    lists.set(first, [...(lists.get(first) ?? []), pattern]);
  }
  return lists;
}

/** Contexts in which "if" opens no condition: "even if" concedes, "as if" compares, "ask if" is a question. */
const NOT_BEFORE_IF = new Set([
  'even',
  'as',
  'ask',
  'wonder',
  'know',
  'see',
  'doubt',
  'question',
  'decide',
  'determine',
]);

export function cueAt(tokens: readonly Token[], at: number): Cue | null {
  const fits = PATTERNS.get(tokens[at]!.lower)?.find(({ words }) =>
    words.every((word, i) => tokens[at + i]?.lower === word),
  );
  if (!fits || isOther(tokens, at)) return null;
  return { rule: fits.rule, from: at, to: at + fits.words.length };
}

function isOther(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!;
  if (lower === 'if')
    return (
      NOT_BEFORE_IF.has(tokens[at - 1]?.lemma ?? '') ||
      tokens[at + 1]?.lower === 'not' ||
      tokens[at + 1]?.lower === 'any'
    );
  if (lower === 'provided' || lower === 'assuming')
    return (
      tokens[at - 1]?.pos === 'AUX' ||
      (tokens[at - 1]?.kind !== 'punctuation' && at > 0 && tokens[at + 1]?.lower !== 'that')
    );
  return false;
}
