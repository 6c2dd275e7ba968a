import type { Token } from '../../article/layers.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** A phrase by which an author says where they come down; see `sayings.tsv`. */
export interface Saying {
  readonly phrase: string;
  readonly words: readonly string[];
  readonly side: 'for' | 'against' | 'either' | 'open';
  /** 3 says it outright, 1 says it together with others. */
  readonly weight: number;
}

/** By first word, so that a sentence is read once. */
const SAYINGS: ReadonlyMap<string, readonly Saying[]> = byFirstWord();

function byFirstWord(): Map<string, Saying[]> {
  const sayings = new Map<string, Saying[]>();
  for (const [phrase = '', side, weight] of readLexicon(new URL('./sayings.tsv', import.meta.url), 3)) {
    const words = phrase.split(' ');
    const saying = { phrase, words, side: side as Saying['side'], weight: Number(weight) };
    sayings.set(words[0]!, [...(sayings.get(words[0]!) ?? []), saying]);
  }
  return sayings;
}

/** The sayings of a sentence, in order, each time it occurs. */
export function sayingsIn(tokens: readonly Token[]): Saying[] {
  const words = wordsOf(tokens);
  return words.flatMap((word, at) =>
    (SAYINGS.get(word) ?? []).filter((saying) => saying.words.every((part, i) => words[at + i] === part)),
  );
}

/** Lower-case words; what the tokeniser parted at an apostrophe is one word again ("don" + "'t"). */
function wordsOf(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  let end = -1;
  for (const { lower, kind, start, end: stop } of tokens) {
    if (kind !== 'punctuation') {
      const joins = start === end && (lower.startsWith("'") || lower === "n't" || lower === 'not');
      if (joins) words.push(words.pop()! + lower);
      else words.push(lower);
    }
    end = stop;
  }
  return words;
}
