import { readLexicon } from '../../lexicon/read-lexicon.ts';
import type { Draft } from '../draft.ts';

type Verdict = boolean | null;

const FIELD_WORDS = lexicon('./opinion-words.tsv');
const CUES = readLexicon(new URL('./text-cues.tsv', import.meta.url), 2).map(([kind, cue]) => ({
  kind: kind!,
  cue: new RegExp(cue!, 'imu'),
}));
const PROFILE = new Map(
  readLexicon(new URL('./profile-words.tsv', import.meta.url), 2).map(([kind, word]) => [word!, kind!]),
);

/** Where a piece says what it is: its first and its last lines, in characters. */
const EDGE = 600;
/** Longer texts do not change their profile. */
const SAMPLE = 12_000;
/** Stance words less report words in a thousand, at which a piece counts as opinion; set on the columns of gold/train and on releases that say so. */
const THRESHOLD = 12;

/**
 * Whether a piece is opinion: by section, genre, address and title where they
 * tell, else by what its first and last lines say, else by its profile, first
 * person and modals against reporting verbs.
 */
export const isOpinion = (draft: Draft): boolean =>
  byFields(draft) ?? byCues(draft.text) ?? (isTranscript(draft.text) ? false : byProfile(draft.text));

/** The section and the genre, then the title's own label, then the address. */
function byFields({ section, title, url }: Draft): Verdict {
  const path = /^https?:\/\/[^/]+(\/[^?#]*)?/.exec(url ?? '');
  const host = path?.[0].includes('://opinion') ? 'opinion' : '';
  const label = /^(?:\[([^\]]{2,30})\]|([^:|]{2,30})[:|])\s/.exec(title ?? '');
  const folders = (path?.[1] ?? '').split('/').slice(0, -1).join(' / ');
  return (
    verdictOf(section) ??
    (verdictOf(label?.[1] ?? label?.[2] ?? null) === true ? true : null) ??
    verdictOf(`${host} / ${folders}`)
  );
}

function verdictOf(field: string | null): Verdict {
  const words = ` ${(field ?? '').toLowerCase().replace(/[^\p{L}/,]+/gu, ' ')} `;
  const says = (kind: string) => FIELD_WORDS.some((entry) => entry.kind === kind && words.includes(` ${entry.word} `));
  if (says('opinion')) return true;
  return says('other') ? false : null;
}

function byCues(text: string): Verdict {
  const edges = `${text.slice(0, EDGE)}\n${text.length > EDGE ? text.slice(-EDGE) : ''}`;
  const kinds = CUES.filter(({ cue }) => cue.test(edges)).map(({ kind }) => kind);
  if (kinds.includes('opinion')) return true;
  return kinds.includes('release') ? false : null;
}

/** Speakers in capitals before what they say, at least three times. */
const isTranscript = (text: string): boolean =>
  (text.slice(0, SAMPLE).match(/(?<![\p{L}.])\p{Lu}{3,20}(?: \([^()]{1,20}\))?: (?=\p{Lu})/gu)?.length ?? 0) > 2;

function byProfile(text: string): boolean {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}’']+/gu) ?? [];
  let balance = 0;
  for (const word of words) {
    const kind = PROFILE.get(word);
    if (kind !== undefined) balance += kind === 'stance' ? 1 : -1;
  }
  return balance * 1000 >= THRESHOLD * words.length;
}

function lexicon(file: string): { kind: string; word: string }[] {
  return readLexicon(new URL(file, import.meta.url), 2).map(([kind, word]) => ({ kind: kind!, word: word! }));
}
