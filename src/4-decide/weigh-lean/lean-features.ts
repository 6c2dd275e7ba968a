import type { Token } from '../../article/layers.ts';
import { CUES, isNegation, REACH } from '../reading/cues.ts';
import { add, type Features } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { sayingsIn } from '../reading/sayings.ts';
import { toneOf } from '../reading/tone.ts';

/** How far a word of the issue reaches to a cue on its right, in tokens. */
const TARGET_REACH = 8;
const OWN = new Set(['i', 'my', 'me']);
/** Counts are taken as if every article had so many sentences. */
const SENTENCES = 30;

const WELL: ReadonlySet<string> = new Set(['help', 'good', 'boon', 'support']);
const ILL: ReadonlySet<string> = new Set(['hurt', 'flaw', 'fault', 'oppose']);

/** What a whole article shows of its author's side toward the issue. Counts are damped by a logarithm. */
export function leanFeatures(reading: Reading, given: boolean): Features {
  const features: Features = new Map();
  for (const sentence of reading.sentences) {
    addCues(features, sentence);
    addSayings(features, sentence);
  }
  const scale = SENTENCES / Math.max(SENTENCES / 3, reading.sentences.length);
  for (const [name, count] of features) features.set(name, Math.log1p(count * scale));
  addRatios(features, reading.sentences);
  addTitle(features, reading.title);
  addSaid(features, reading.sentences);
  addTone(features, reading);
  if (given) addPhrase(features, reading.issue.words);
  return features;
}

/** Cue classes, negated or not, and those that follow a word of the issue. */
function addCues(features: Features, { tokens, onIssue }: SentenceView): void {
  let sinceNegation = REACH + 1;
  let sinceIssue = TARGET_REACH + 1;
  tokens.forEach(({ lower, lemma }, index) => {
    sinceNegation = isNegation(lower) ? 0 : sinceNegation + 1;
    sinceIssue = onIssue[index] ? 0 : sinceIssue + 1;
    for (const name of CUES.get(lemma) ?? CUES.get(lower) ?? []) {
      const cue = sinceNegation > 0 && sinceNegation <= REACH ? `¬${name}` : name;
      add(features, `cue/${cue}`);
      if (sinceIssue <= TARGET_REACH) add(features, `issue/${cue}`);
    }
  });
}

/** What the author says outright, and whether of the issue, at the close, as "I". */
function addSayings(features: Features, { tokens, namesIssue, closes }: SentenceView): void {
  const own = tokens.some(({ lower }) => OWN.has(lower));
  for (const { side, weight } of sayingsIn(tokens)) {
    add(features, `say/${side}`, weight);
    add(features, `say/${side}:${weight}`);
    if (namesIssue) add(features, `say/${side}:issue`, weight);
    if (closes) add(features, `say/${side}:close`, weight);
    if (own) add(features, `say/${side}:own`, weight);
  }
}

/** Words that speak well against words that speak ill, where it counts. */
function addRatios(features: Features, sentences: readonly SentenceView[]): void {
  const spots: Record<string, (sentence: SentenceView) => boolean> = {
    all: () => true,
    issue: ({ namesIssue }) => namesIssue,
    close: ({ closes }) => closes,
    open: ({ place }) => place < 0.25,
  };
  const counts = sentences.map(({ tokens }) => wellAndIll(tokens));
  for (const [spot, holds] of Object.entries(spots)) {
    let [well, ill] = [1, 1];
    sentences.forEach((sentence, index) => {
      if (!holds(sentence)) return;
      well += counts[index]![0];
      ill += counts[index]![1];
    });
    features.set(`ratio/${spot}`, Math.log(well / ill));
  }
}

/** What is said for against what is said against, over all and at the close. */
function addSaid(features: Features, sentences: readonly SentenceView[]): void {
  const net = (keep: (sentence: SentenceView) => boolean): number => {
    const said = sentences.filter(keep).flatMap(({ tokens }) => sayingsIn(tokens));
    const sum = (side: string) => said.reduce((total, one) => total + (one.side === side ? one.weight : 0), 1);
    return Math.log(sum('for') / sum('against'));
  };
  features.set(
    'said/all',
    net(() => true),
  );
  features.set(
    'said/close',
    net(({ closes }) => closes),
  );
  features.set(
    'said/issue',
    net(({ namesIssue }) => namesIssue),
  );
}

function wellAndIll(tokens: readonly Token[]): [number, number] {
  let [well, ill] = [0, 0];
  let sinceNegation = REACH + 1;
  for (const { lemma, lower } of tokens) {
    sinceNegation = isNegation(lower) ? 0 : sinceNegation + 1;
    for (const name of CUES.get(lemma) ?? CUES.get(lower) ?? []) {
      const turned = sinceNegation <= REACH;
      if (turned ? ILL.has(name) : WELL.has(name)) well++;
      else if (turned ? WELL.has(name) : ILL.has(name)) ill++;
    }
  }
  return [well, ill];
}

function addTitle(features: Features, title: readonly string[]): void {
  for (const word of title) {
    for (const name of CUES.get(word) ?? CUES.get(word.replace(/(?:ing|s|ed)$/, '')) ?? [])
      features.set(`title/${name}`, 1);
    if (isNegation(word)) features.set('title/not', 1);
  }
}

/** A phrase that a person chose tells how it was meant: "the obstruction of …", "expanding support for …". */
function addPhrase(features: Features, words: readonly string[]): void {
  for (const word of words) {
    for (const name of CUES.get(word) ?? CUES.get(word.replace(/(?:ing|s|ed)$/, '')) ?? [])
      features.set(`phrase/${name}`, 1);
  }
  const [first = ''] = words;
  if (first.endsWith('ing')) features.set('phrase/gerund', 1);
  if (/^(?:the|an?)$/.test(first)) features.set(`phrase/${first}`, 1);
  features.set('phrase/tone', 2 * toneOf(words));
}

function addTone(features: Features, { sentences, title }: Reading): void {
  const tones = sentences.map(({ tokens }) =>
    toneOf(tokens.flatMap(({ kind, lower }) => (kind === 'punctuation' ? [] : lower))),
  );
  const mean = (keep: (sentence: SentenceView) => boolean): number => {
    const kept = tones.filter((_, index) => keep(sentences[index]!));
    return kept.length === 0 ? 0 : kept.reduce((sum, tone) => sum + tone, 0) / kept.length;
  };
  features.set('tone/all', 6 * mean(() => true));
  features.set('tone/issue', 6 * mean(({ namesIssue }) => namesIssue));
  features.set('tone/close', 4 * mean(({ closes }) => closes));
  features.set('tone/title', 3 * toneOf(title));
}
