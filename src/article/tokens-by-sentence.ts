import type { Article } from './article.ts';
import type { Token } from './layers.ts';

/** The tokens of each sentence, in order. */
export function tokensBySentence({
  sentences,
  tokens,
}: Pick<Article<'sentences' | 'tokens'>, 'sentences' | 'tokens'>): Token[][] {
  const groups: Token[][] = sentences.map(() => []);
  for (const token of tokens) groups[token.sentence]?.push(token);
  return groups;
}
