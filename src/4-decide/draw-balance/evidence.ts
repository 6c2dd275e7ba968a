import type { Article } from '../../article/article.ts';
import type { EvidenceKind } from '../../article/layers.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';

/** Of several kinds in one point, the first of these. */
const ORDER: readonly EvidenceKind[] = ['statistic', 'testimony', 'example', 'anecdote', 'appeal', 'consequence'];

/** First word to the phrases it opens. */
const PHRASES = readPhrases();

function readPhrases(): Map<string, { readonly words: readonly string[]; readonly kind: string }[]> {
  const phrases = new Map<string, { words: readonly string[]; kind: string }[]>();
  for (const [phrase = '', kind = ''] of readLexicon(new URL('./evidence.tsv', import.meta.url), 2)) {
    const words = phrase.split(' ');
    phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), { words, kind }]);
  }
  return phrases;
}

/** A year or a day of the month is no statistic; the other numbers are. */
const PLAIN_YEAR = /^(?:1[6-9]|20)\d\d$/;

/** What the point rests on; an assertion when nothing shows it. */
export function evidenceOf(
  { sentences, tokens, voices }: Article<'sentences' | 'tokens' | 'voices'>,
  indexes: readonly number[],
): EvidenceKind {
  const kinds = new Set<string>();
  for (const index of indexes) {
    if (voices[index]?.voice === 'other') kinds.add('testimony');
    for (const kind of kindsIn(tokens, sentences[index]!)) kinds.add(kind);
  }
  return ORDER.find((kind) => kinds.has(kind)) ?? 'assertion';
}

function kindsIn(all: Article<'tokens'>['tokens'], { start, end }: { start: number; end: number }): string[] {
  const tokens = all.slice(firstAt(all, start), firstAt(all, end));
  return tokens.flatMap(({ lower, kind }, at) => {
    const found = (PHRASES.get(lower) ?? []).filter(({ words }) =>
      words.every((word, i) => tokens[at + i]?.lower === word),
    );
    const counts = kind === 'number' && /^\d/.test(lower) && !PLAIN_YEAR.test(lower) && lower.length > 1;
    return counts ? ['statistic'] : found.map((phrase) => phrase.kind);
  });
}

/** Index of the first token that starts at `position` or after it, by bisection. */
function firstAt(tokens: Article<'tokens'>['tokens'], position: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
