import type { Attribution, SentenceVoice, Token, Voice } from '../../article/layers.ts';

/**
 * The voice of every token: someone else's inside reported words, and in a sentence
 * of another's that has none of its own reported words marked; else the author's,
 * the words that report included.
 */
export function voicesOfTokens(
  tokens: readonly Token[],
  attributions: readonly Attribution[],
  voices: readonly SentenceVoice[],
): Voice[] {
  const contents = attributions.filter(({ kind }) => kind !== 'label').map(({ content }) => content);
  let next = 0;
  let end = -1;
  return tokens.map((token) => {
    for (; next < contents.length && contents[next]!.start <= token.start; next++)
      end = Math.max(end, contents[next]!.end);
    if (token.end <= end) return 'other';
    return voices[token.sentence]?.by === 'voice/quotation-goes-on' ? 'other' : 'author';
  });
}
