import type { Token } from '../../article/layers.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';

type Place = 'whole' | 'starts' | 'ends';

/** By the words' first one: of what begins a clause and of what is all of it; by their last one: of what ends a clause. */
const IDIOMS: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly place: Place }[]> = read();

function read() {
  const lists = new Map<string, { words: string[]; place: Place }[]>();
  for (const [phrase = '', place = ''] of readLexicon(new URL('./idioms.tsv', import.meta.url), 2)) {
    const words = phrase.split(' ');
    const key = place === 'ends' ? words.at(-1)! : words[0]!;
    lists.set(key, [...(lists.get(key) ?? []), { words, place: place as Place }]);
  }
  return lists;
}

/** How far on a clause is looked for its end, in tokens: the idioms are short. */
const LONGEST = 20;

/** Whether the words from token `at`, which "if" opens, only comment on what is said ("if you will", "if history is any guide"). */
export function isIdiom(tokens: readonly Token[], at: number): boolean {
  const end = endOf(tokens, at);
  const fits = (words: readonly string[], from: number): boolean =>
    from >= at && from + words.length <= end && words.every((word, i) => tokens[from + i]!.lower === word);
  const opens = (IDIOMS.get(tokens[at]?.lower ?? '') ?? []).some(
    ({ words, place }) => place !== 'ends' && (place === 'starts' || end - at === words.length) && fits(words, at),
  );
  const closes = (IDIOMS.get(tokens[end - 1]?.lower ?? '') ?? []).some(
    ({ words, place }) => place === 'ends' && fits(words, end - words.length),
  );
  return opens || closes;
}

/** The next mark, or the end of the sentence. */
function endOf(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < Math.min(tokens.length, at + LONGEST) && tokens[end]!.kind !== 'punctuation') end++;
  return end;
}
