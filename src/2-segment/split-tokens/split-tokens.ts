import type { Sentence, Token } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { firstLongRun, LONGEST_RUN, shadowOf } from './shadow.ts';
import { forgetNewWords, type WinkToken, winkTokens } from './wink.ts';

/** Words, numbers and marks as wink-nlp cuts them, each at its place in the article's own text. */
export const splitTokens = () =>
  stage({
    name: 'split-tokens',
    needs: ['sentences'],
    adds: ['tokens'],
    run: ({ text, sentences }, report) => {
      forgetNewWords();
      const run = firstLongRun(text);
      if (run) report({ code: 'character-run-too-long', at: run, limit: LONGEST_RUN.token });
      const shadow = shadowOf(text);
      return { tokens: sentences.flatMap((sentence, index) => tokensOf(text, shadow, sentence, index)) };
    },
  });

/** A cursor walks along the sentence: wink's words come in order, so each is at or after the end of the one before. */
function tokensOf(text: string, shadow: string, sentence: Sentence, index: number): Token[] {
  const tokens: Token[] = [];
  let cursor = sentence.start;
  for (const word of winkTokens(shadow.slice(sentence.start, sentence.end))) {
    const start = shadow.indexOf(word.text, cursor);
    // wink counts tabs as words.
    if (start < 0 || start + word.text.length > sentence.end || word.text.trim() === '') continue;
    const end = start + word.text.length;
    tokens.push({
      start,
      end,
      sentence: index,
      kind: kindOf(word),
      pos: word.pos,
      lemma: word.lemma,
      lower: lowerOf(text, start, end),
    });
    cursor = end;
  }
  return tokens;
}

const lowerOf = (text: string, start: number, end: number): string =>
  text.slice(start, end).toLowerCase().replace(/[’‘]/g, "'");

function kindOf({ type, text }: WinkToken): Token['kind'] {
  if (type === 'number' || type === 'ordinal' || /^\d/.test(text)) return 'number';
  if (type === 'punctuation') return 'punctuation';
  return type === 'word' || /\p{L}/u.test(text) ? 'word' : 'symbol';
}
