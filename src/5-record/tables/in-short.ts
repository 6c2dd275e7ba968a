import type { EntityType } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { type StatedLean, statedLean } from '../stated-lean.ts';
import { counted } from './words.ts';

type Argued = Pick<
  RecordOf<'front' | 'entities' | 'issue' | 'verdict' | 'balance'>,
  'title' | 'text' | 'entities' | 'issue' | 'verdict' | 'balance'
>;

const STAND: Record<StatedLean, string> = {
  pro: 'Speaks for',
  con: 'Speaks against',
  unclear: 'Oped cannot tell on which side the author is about',
  unknown: 'Takes no side that oped could find on',
};

/** Of the issues found below this confidence fewer than one in three shares half its words with the gold's: `npm run eval:sheets`. */
const GUESS = 0.6;

/** What nobody argues for or against, but for a measure about it. */
const NO_MEASURES: ReadonlySet<EntityType> = new Set(['person', 'organization', 'place', 'group']);

/**
 * An article in one line: the side, the issue, and how many sentences speak for and against it. Where the side is unclear
 * neither guess nor counts are told: they stand and fall together.
 */
export function inShort(record: Argued): string {
  const { verdict, balance } = record;
  const stated = statedLean(verdict);
  const line = `${STAND[stated]} ${issueOf(record)}`;
  return stated === 'unclear' ? line : `${line}: ${counted(balance.pro, 'sentence')} for it, ${balance.con} against`;
}

function issueOf(record: Argued): string {
  const { phrase, confidence } = record.issue;
  if (phrase === null) return 'an issue that oped could not name';
  if (isNoMeasure(record, phrase)) return `the measure at issue, of which oped found no name but “${phrase}”`;
  return confidence < GUESS ? `“${phrase}”, which is a guess at the issue` : `“${phrase}”`;
}

/** Whether an issue that oped found is only a name of a person, organization, place or group, or the article's title. */
function isNoMeasure({ title, text, entities, issue }: Argued, phrase: string): boolean {
  if (issue.by === 'given') return false;
  const bare = bareOf(phrase);
  const isName = entities
    .filter(({ type }) => NO_MEASURES.has(type))
    .some(
      ({ name, mentions }) =>
        bareOf(name) === bare || mentions.some(({ start, end }) => bareOf(text.slice(start, end)) === bare),
    );
  return isName || (title !== null && bareOf(title) === bare);
}

/** Lower-case words without the article or pronoun before them and the marks around them. */
function bareOf(phrase: string): string {
  const words = phrase.toLowerCase().replace(/\s+/g, ' ');
  const isWord = (at: number): boolean =>
    /[\p{L}\p{N}]/u.test(words.charAt(at)) || /[\ud800-\udfff]/.test(words.charAt(at));
  // By index: a pattern for the end would read a long run of marks inside once for each of them.
  let [start, end] = [0, words.length];
  while (start < end && !isWord(start)) start++;
  while (end > start && !isWord(end - 1)) end--;
  return words.slice(start, end).replace(/^(?:the|an?|our|this|that) /, '');
}
