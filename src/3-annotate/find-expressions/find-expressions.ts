import { shadowOf } from '../../2-segment/split-tokens/shadow.ts';
import type { Expression, Sentence, Token } from '../../article/layers.ts';
import { byPosition, overlaps } from '../../article/span.ts';
import { stage } from '../../pipeline/stage.ts';
import { patternsIn } from './patterns.ts';
import { mayHold } from './triggers.ts';
import { normalise } from './value.ts';
import { winkExpressions } from './wink-expressions.ts';

/** A stretch of a sentence that counts, dates or measures, before its value is worked out. */
export type Raw = Omit<Expression, 'value'>;

/**
 * Finds dates, times, durations, sums of money, percentages, numbers, ordinals, links and mail addresses.
 *
 * Our own patterns come first (dates with abbreviated months, all currencies, which wink-nlp gets wrong), wink-nlp's
 * entities fill in the rest. A date relative to the article resolves only if the source says when that appeared.
 */
export const findExpressions = () =>
  stage({
    name: 'find-expressions',
    needs: ['sentences', 'tokens'],
    adds: ['expressions'],
    run: ({ text, published, sentences, tokens }) => {
      const shadow = shadowOf(text);
      const worth = sentencesWorthReading(sentences, tokens);
      return {
        expressions: worth
          .flatMap((sentence) => rawIn(shadow, sentence))
          .map((raw) => ({ ...raw, value: normalise(raw, text.slice(raw.start, raw.end), published) })),
      };
    },
  });

function sentencesWorthReading(sentences: readonly Sentence[], tokens: readonly Token[]): Sentence[] {
  const worth = new Set<number>();
  for (const token of tokens) if (mayHold(token)) worth.add(token.sentence);
  return sentences.filter((_, index) => worth.has(index));
}

function rawIn(shadow: string, { start, end }: Sentence): Raw[] {
  const sentence = shadow.slice(start, end);
  const own = patternsIn(sentence);
  const rest = winkExpressions(sentence).filter((raw) => !own.some((better) => overlaps(better, raw)));
  return [...own, ...rest].sort(byPosition).map((raw) => ({ ...raw, start: raw.start + start, end: raw.end + start }));
}
