import type { ItemEntity, ItemToken } from 'wink-nlp';
import { wink } from '../../2-segment/split-tokens/wink.ts';

/** What wink-nlp takes for a date, a sum, a number …: a stretch of the sentence it was given. */
export interface WinkEntity {
  /** DATE, TIME, DURATION, CARDINAL, ORDINAL, MONEY, PERCENT, URL, EMAIL, … */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** wink's entities in one sentence; positions by a cursor over its words, which come in order. */
export function winkEntities(sentence: string): WinkEntity[] {
  const nlp = wink();
  const doc = nlp.readDoc(sentence);
  const places: { start: number; end: number }[] = [];
  let cursor = 0;
  doc.tokens().each((token: ItemToken) => {
    const words = token.out();
    const start = Math.max(cursor, sentence.indexOf(words, cursor));
    cursor = start + words.length;
    places.push({ start, end: cursor });
  });
  const entities: WinkEntity[] = [];
  doc.entities().each((entity: ItemEntity) => {
    const [first, last] = entity.out(nlp.its.span) as unknown as [number, number];
    entities.push({ type: entity.out(nlp.its.type) as string, start: places[first]!.start, end: places[last]!.end });
  });
  return entities;
}
