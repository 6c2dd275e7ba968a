import { shadowOf } from '../../2-segment/split-tokens/shadow.ts';
import type { Expression, Token } from '../../article/layers.ts';
import { byPosition, isInside, overlaps } from '../../article/span.ts';
import { stage } from '../../pipeline/stage.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { normalForm } from './normal-form.ts';
import { isNumeral } from './number.ts';
import { TRIGGERS } from './triggers.ts';
import { winkEntities } from './wink-entities.ts';

/** Finds dates, times, durations, sums, percentages and numbers, and gives their normal forms: wink-nlp's, mended. */
export const findExpressions = () =>
  stage({
    name: 'find-expressions',
    needs: ['sentences', 'tokens'],
    adds: ['expressions'],
    run({ text, sentences, tokens, published }) {
      const shadow = shadowOf(text);
      const worth = worthReading(tokens);
      const expressions = sentences.flatMap(({ start, end }, index) =>
        worth.has(index) ? inSentence(shadow.slice(start, end)).map((found) => moved(found, start)) : [],
      );
      return {
        expressions: expressions
          .filter((span) => isInside(text, span))
          .map(({ kind, start, end }) => ({
            ...{ start, end, kind },
            value: normalForm(kind, text.slice(start, end), published),
            by: `wink/${kind}`,
          }))
          .sort(byPosition),
      };
    },
  });

/** Sentences that wink need not read again hold no digit, no numeral and no word of time. */
function worthReading(tokens: readonly Token[]): Set<number> {
  const worth = new Set<number>();
  for (const { sentence, kind, lower } of tokens)
    if (kind === 'number' || TRIGGERS.has(lower) || isNumeral(lower) || lower.startsWith('http') || lower.includes('@'))
      worth.add(sentence);
  return worth;
}

/** The candidates of one sentence, the longer before what it covers, none within another. */
function inSentence(sentence: string): Candidate[] {
  const found = winkEntities(sentence)
    .flatMap((entity) => candidatesOf(entity, sentence))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Candidate[] = [];
  for (const candidate of found) if (!kept.some((other) => overlaps(candidate, other))) kept.push(candidate);
  return kept;
}

const moved = ({ kind, start, end }: Candidate, by: number): Pick<Expression, 'kind' | 'start' | 'end'> => ({
  kind,
  start: start + by,
  end: end + by,
});
