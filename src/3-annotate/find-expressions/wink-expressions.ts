import type { ItemEntity } from 'wink-nlp';
import { wink } from '../../2-segment/split-tokens/wink.ts';
import type { Raw } from './find-expressions.ts';

const KINDS: Readonly<Record<string, Raw['kind']>> = {
  DATE: 'date',
  TIME: 'time',
  DURATION: 'duration',
  MONEY: 'money',
  PERCENT: 'percent',
  CARDINAL: 'number',
  ORDINAL: 'ordinal',
  URL: 'url',
  EMAIL: 'email',
};
/** wink-nlp takes the preposition in. */
const PREPOSITION = /^(?:by|since|in|on|until|from|before|after|around|about|for)\s+/i;

/** wink-nlp's entities of one sentence, positions in the sentence; prepositions cut off, "Since 1935" a date again. */
export function winkExpressions(sentence: string): Raw[] {
  const nlp = wink();
  const found: Raw[] = [];
  let cursor = 0;
  nlp
    .readDoc(sentence)
    .entities()
    .each((entity: ItemEntity) => {
      const { type, value } = entity.out(nlp.its.detail) as unknown as { type: string; value: string };
      const kind = KINDS[type];
      const start = sentence.indexOf(value, cursor);
      if (kind === undefined || start < 0) return;
      cursor = start + value.length;
      const cut = PREPOSITION.exec(value)?.[0].length ?? 0;
      const isYear = /^(?:1[5-9]|20)\d\d$/.test(value.slice(cut));
      found.push({ start: start + cut, end: cursor, kind: isYear ? 'date' : kind, by: 'expressions/wink' });
    });
  return found;
}
