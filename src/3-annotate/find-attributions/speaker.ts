import type { Token } from '../../article/layers.ts';
import type { Range } from './candidate.ts';

const PERSONS = new Map([
  ['i', 'self'],
  ['we', 'we'],
  ['us', 'we'],
  ['you', 'you'],
  ['it', 'it'],
  ['he', 'he'],
  ['she', 'he'],
  ['they', 'they'],
  ['who', 'who'],
  ['that', 'which'],
  ['which', 'which'],
  ['this', 'this'],
  ['one', 'one'],
]);
/** Writer and reader, whose own words are no attributions in an op-ed. */
const PARTNERS = new Set(['self', 'we', 'you']);
const GENERIC = new Set([
  'some',
  'many',
  'others',
  'critics',
  'opponents',
  'supporters',
  'proponents',
  'people',
  'experts',
  'most',
  'few',
  'everyone',
  'nobody',
  'analysts',
  'advocates',
  'skeptics',
  'observers',
  'economists',
  'scientists',
  'researchers',
  'study',
  'studies',
  'report',
  'research',
  'poll',
  'polls',
  'survey',
  'estimates',
]);

/**
 * What is read: an op-ed, in which what writer and reader say is no attribution,
 * or a text of any kind, in which they are speakers like others.
 */
export type Genre = 'op-ed' | 'any';

export const isPronoun = (speaker: string): boolean => PARTNERS.has(speaker) || speaker === 'they' || speaker === 'he';

/** The last noun before a preposition: "[critics] of the repeal". */
export function headOf(tokens: readonly Token[], { from, to }: Range): Token {
  for (let i = from + 1; i < to; i++)
    if (tokens[i]!.pos === 'ADP' && tokens[i - 1]!.pos !== 'ADP') return tokens[i - 1]!;
  return tokens[to - 1]!;
}

/** What kind of speaker a source is: a pronoun by its person, a generic noun, a name, any other noun. */
export function kindOfSource(tokens: readonly Token[], source: Range | null, genre: Genre): string {
  if (!source) return 'none';
  const last = tokens[source.to - 1]!;
  const first = tokens[source.from]!;
  const person = source.to - source.from === 1 ? PERSONS.get(last.lower) : undefined;
  if (person) return genre === 'any' && PARTNERS.has(person) ? 'they' : person;
  for (let i = source.from; i < source.to; i++) if (GENERIC.has(tokens[i]!.lower)) return 'generic';
  return last.pos === 'PROPN' ? 'name' : first.pos === 'PROPN' ? 'names' : last.pos === 'NOUN' ? 'noun' : last.pos;
}
