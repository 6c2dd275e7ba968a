import type { Token } from '../../article/layers.ts';
import { CUES } from '../reading/cues.ts';
import { contentStems } from '../reading/issue-words.ts';
import type { Features } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';

/** A content word of an article, by stem, with all that bears on whether it belongs to the issue. */
interface Word {
  readonly token: Token;
  /** Index of the first sentence that holds it. */
  readonly first: number;
  readonly blocks: Set<number>;
  readonly afterCue: Set<string>;
  readonly beforeCue: Set<string>;
  occurrences: number;
  capitals: number;
  /** Sentences that hold it: all, those in which the author comes down, those that ask, those that close. */
  sentences: number;
  said: number;
  asked: number;
  closing: number;
  lead: boolean;
  heading: boolean;
  inName: boolean;
}

/** Sentences that make the lead. */
const LEAD = 4;
/** How far from a word a cue is looked for, in tokens. */
const REACH = 3;
/** Sentences after which a first occurrence counts a third. */
const EARLY = 5;

/** For each stem of the article, features of whether it names the issue. */
export function wordFeatures(reading: Reading): Map<string, Features> {
  const words = wordsOf(reading);
  const title = contentStems(reading.title);
  const ranks = ranksOf([...words.values()].map(({ sentences }) => sentences));
  const length = reading.sentences.length;
  return new Map(
    [...words].map(([stem, word]) => {
      const features: Features = new Map();
      addCounts(features, word, ranks, length);
      addPlaces(features, word);
      addCues(features, word);
      if (title.has(stem)) {
        features.set('title', 1);
        features.set('title/share', features.get('share')!);
        features.set(`title/of/${Math.min(8, title.size)}`, 1);
      }
      return [stem, features];
    }),
  );
}

/** Each number to its place among them, the largest first. */
function ranksOf(counts: readonly number[]): Map<number, number> {
  const ranks = new Map<number, number>();
  [...counts]
    .sort((a, b) => b - a)
    .forEach((count, rank) => {
      if (!ranks.has(count)) ranks.set(count, rank);
    });
  return ranks;
}

function addCounts(features: Features, word: Word, ranks: ReadonlyMap<number, number>, length: number): void {
  const { sentences, occurrences, blocks } = word;
  const [most = 1] = ranks.keys();
  features.set('share', sentences / most);
  features.set('count', Math.log(sentences));
  features.set('rank', Math.log1p(ranks.get(sentences)!) / 4);
  features.set('rate', (5 * sentences) / length);
  features.set('length', Math.log(length) - 3);
  features.set('per-sentence', Math.log(occurrences / sentences));
  features.set('blocks', Math.log1p(blocks.size));
}

function addPlaces(features: Features, word: Word): void {
  features.set(`first/${word.first === 0 ? 0 : word.first < LEAD ? 'lead' : 'body'}`, 1);
  features.set('first', Math.exp(-word.first / EARLY));
  if (word.lead && word.sentences > 1) features.set('lead', 1);
  if (word.heading) features.set('heading', 1);
  if (word.closing > 0) features.set('close', 1);
  features.set('closing', Math.log1p(word.closing));
  features.set('said', Math.log1p(word.said));
  features.set('said/share', word.said / word.sentences);
  features.set('asked', Math.log1p(word.asked));
}

/** The word itself, too: "bill" names an issue more often than "week". */
function addCues(features: Features, { token, inName, capitals, occurrences, afterCue, beforeCue }: Word): void {
  features.set(`pos/${token.pos}`, 1);
  features.set(`lemma/${token.lemma}`, 1);
  if (inName) features.set('inName', 1);
  features.set('capital', capitals / occurrences);
  for (const name of CUES.get(token.lemma) ?? []) features.set(`class/${name}`, 1);
  for (const name of afterCue) features.set(`after/${name}`, 1);
  for (const name of beforeCue) features.set(`before/${name}`, 1);
}

function wordsOf({ sentences }: Reading): Map<string, Word> {
  const words = new Map<string, Word>();
  let block = 0;
  for (const sentence of sentences) {
    if (sentence.opensBlock) block++;
    const seen = new Set<string>();
    sentence.tokens.forEach((token, at) => {
      const stem = sentence.stems[at] ?? null;
      if (token.kind !== 'word' || stem === null) return;
      const word = words.get(stem) ?? newWord(token, sentence.index);
      words.set(stem, word);
      if (!seen.has(stem)) addSentence(word, sentence, block);
      seen.add(stem);
      addOccurrence(word, sentence, at);
    });
  }
  return words;
}

function addSentence(word: Word, { index, kind, sayings, asks, closes }: SentenceView, block: number): void {
  word.sentences++;
  if (sayings.length > 0) word.said++;
  if (asks) word.asked++;
  if (closes) word.closing++;
  word.blocks.add(block);
  word.lead ||= index < LEAD;
  word.heading ||= kind === 'heading' || kind === 'title';
}

function addOccurrence(word: Word, { tokens, capitals }: SentenceView, at: number): void {
  word.occurrences++;
  if (capitals[at]) word.capitals++;
  word.inName ||= tokens[at]!.pos === 'PROPN' && at > 0;
  for (let step = 1; step <= REACH; step++) {
    for (const name of CUES.get(tokens[at - step]?.lemma ?? '') ?? []) word.afterCue.add(name);
    for (const name of CUES.get(tokens[at + step]?.lemma ?? '') ?? []) word.beforeCue.add(name);
  }
}

const newWord = (token: Token, first: number): Word => ({
  token,
  first,
  blocks: new Set(),
  afterCue: new Set(),
  beforeCue: new Set(),
  occurrences: 0,
  capitals: 0,
  sentences: 0,
  said: 0,
  asked: 0,
  closing: 0,
  lead: false,
  heading: false,
  inName: false,
});
