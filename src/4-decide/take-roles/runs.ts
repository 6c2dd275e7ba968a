import { readLexicon } from '../../lexicon/read-lexicon.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { wellAndIll } from '../reading/well-and-ill.ts';

/** The side that the build of the article gives a sentence, and what shows it. */
export interface Placed {
  readonly side: 'pro' | 'con';
  readonly by: string;
  /** Whether sentences that the model takes for background are placed too. */
  readonly all: boolean;
}

const OPENERS: readonly (readonly [words: readonly string[], use: string])[] = readLexicon(
  new URL('./run-openers.tsv', import.meta.url),
  2,
).map(([words = '', use = '']) => [words.split(' '), use]);

const HEADINGS: ReadonlyMap<string, string> = new Map(
  readLexicon(new URL('./section-headings.tsv', import.meta.url), 2).map(([words = '', side = '']) => [words, side]),
);

/** Writers give the better side the first hand, unless the words clearly say otherwise: log-odds, our judgement. */
const FIRST_SPEAKS_FOR = 1.5;

/** How many sentences the first hand may hold before the other is looked for in vain. */
const LONGEST = 20;

/** One a sentence: null where the build of the article says nothing. */
export function placesOf({ sentences }: Reading): (Placed | null)[] {
  const places: (Placed | null)[] = sectionPlaces(sentences);
  const openers = sentences.map(openersOf);
  openers.forEach((uses, first) => {
    if (!uses.has('one')) return;
    const second = openers.findIndex((later, at) => at >= first && at <= first + LONGEST && later.has('other'));
    if (second > first) placeHands(places, sentences, first, second, endOfRun(sentences, openers, second));
  });
  return places;
}

/** Uses of the opening that a sentence has. */
function openersOf({ tokens }: SentenceView): Set<string> {
  const words = tokens.filter(({ kind }) => kind !== 'punctuation').slice(0, 5);
  const fits = (opener: readonly string[]) => opener.every((word, i) => words[i]?.lower === word);
  return new Set(OPENERS.filter(([opener]) => fits(opener)).map(([, use]) => use));
}

/**
 * The second hand ends with its paragraph, unless the next goes on with the list or was announced by a paragraph of
 * one sentence; always at a heading or a verdict.
 */
function endOfRun(sentences: readonly SentenceView[], openers: readonly Set<string>[], from: number): number {
  let end = from + 1;
  for (; end < sentences.length; end++) {
    const { kind, opensBlock } = sentences[end]!;
    if (kind === 'heading' || kind === 'byline' || openers[end]!.has('close')) break;
    const announced = openers[end - 1]!.has('on') && sentences[end - 1]!.opensBlock;
    if (opensBlock && !announced && !openers[end]!.has('on') && !goesOn(sentences, openers, end)) break;
  }
  return end;
}

/** Two paragraphs on, the list is taken up again. */
function goesOn(sentences: readonly SentenceView[], openers: readonly Set<string>[], at: number): boolean {
  const next = sentences.findIndex(({ opensBlock, index }) => opensBlock && index > at);
  return next > 0 && openers[next]!.has('on') && sentences[next]!.kind === 'paragraph';
}

function placeHands(
  places: (Placed | null)[],
  sentences: readonly SentenceView[],
  first: number,
  second: number,
  end: number,
): void {
  const lead = balanceOf(sentences.slice(first, second)) - balanceOf(sentences.slice(second, end));
  const firstIsPro = lead + FIRST_SPEAKS_FOR >= 0;
  const [one, other]: Placed['side'][] = firstIsPro ? ['pro', 'con'] : ['con', 'pro'];
  for (let i = first; i < end; i++) {
    if (sentences[i]!.kind !== 'paragraph') continue;
    places[i] =
      i < second
        ? { side: one!, by: 'opener/on-the-one-hand', all: true }
        : { side: other!, by: 'opener/on-the-other-hand', all: true };
  }
}

/** How well the sentences speak, in words for against words against. */
function balanceOf(sentences: readonly SentenceView[]): number {
  let [well, ill] = [1, 1];
  for (const { tokens } of sentences) {
    const [more, less] = wellAndIll(tokens);
    well += more;
    ill += less;
  }
  return Math.log(well / ill);
}

function sectionPlaces(sentences: readonly SentenceView[]): (Placed | null)[] {
  let section: Placed | null = null;
  return sentences.map(({ kind, tokens }) => {
    if (kind !== 'heading') return section;
    const words = tokens.filter((token) => token.kind === 'word').map(({ lower }) => lower);
    const side = HEADINGS.get(words.join(' '));
    section = side === 'pro' || side === 'con' ? { side, by: `heading/${words.join('-')}`, all: false } : null;
    return section;
  });
}
