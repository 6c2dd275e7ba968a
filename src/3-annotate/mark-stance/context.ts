import type { Token } from '../../article/layers.ts';

const LINKING = new Set(['be', 'seem', 'become', 'remain', 'feel', 'look', 'appear']);
const NEGATIONS = new Set(['not', "n't", 'no', 'never', 'nothing', 'hardly', 'neither', 'nor', 'without']);
/** How far back the verb that governs a word is looked for, in tokens. */
const REACH = 4;

/** How the clause leads up to a word: 1 a negation, 2 "it is", 3 a linking verb, 4 a mark, 5 another verb, 6 none of these close by. */
export function frameOf(tokens: readonly Token[], at: number, from: number): number {
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    const { lemma, lower, pos } = tokens[i]!;
    if (NEGATIONS.has(lower)) return 1;
    if (LINKING.has(lemma)) return tokens[i - 1]?.lower === 'it' ? 2 : 3;
    if (pos === 'PUNCT') return 4;
    if (pos === 'VERB') return 5;
  }
  return 6;
}

/** Words whose rate tells what kind of piece it is, as far as that tells whom "we" takes in, and where the rate turns. Per 1,000 tokens. */
const TELLTALES: readonly { readonly words: readonly string[]; readonly cuts: readonly number[] }[] = [
  { words: ['i', 'my', 'me'], cuts: [1, 5, 12] },
  { words: ['you', 'your'], cuts: [1, 6] },
  { words: ['we', 'our', 'us'], cuts: [4, 12, 20] },
  { words: ['senate', 'congress', 'senator', 'legislation', 'bill'], cuts: [0, 4] },
  { words: ['american', 'americans', 'america', 'nation', 'country'], cuts: [0, 4] },
];

/** One number for each telltale: which, and in which range its rate lies. */
export function articleFlags(tokens: readonly Token[]): number[] {
  const count = new Map<string, number>();
  for (const { lower } of tokens) count.set(lower, (count.get(lower) ?? 0) + 1);
  return TELLTALES.map(({ words, cuts }, i) => {
    const rate = (1000 * words.reduce((sum, word) => sum + (count.get(word) ?? 0), 0)) / (tokens.length + 1);
    return 10 * i + cuts.filter((cut) => rate > cut).length;
  });
}
