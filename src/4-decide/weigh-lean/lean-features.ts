import type { Token } from '../../article/layers.ts';
import { CUES, isNegation, MODALS, REACH } from '../reading/cues.ts';
import { add, type Features } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { toneOf } from '../reading/tone.ts';

/** How far a word of the issue, or a word for a policy, reaches to a cue on its right, in tokens. */
const TARGET_REACH = 8;
const OWN = new Set(['i', 'my', 'me']);
/** Counts are taken as if every article had so many sentences. */
const SENTENCES = 30;

const WELL: ReadonlySet<string> = new Set(['help', 'good', 'boon', 'support']);
const ILL: ReadonlySet<string> = new Set(['hurt', 'flaw', 'fault', 'oppose']);

/** What a whole article shows of its author's side toward the issue. Counts are damped by a logarithm. */
export function leanFeatures(reading: Reading): Features {
  const features: Features = new Map();
  for (const sentence of reading.sentences) addCues(features, sentence);
  addPairs(features, reading.sentences);
  const scale = SENTENCES / Math.max(SENTENCES / 3, reading.sentences.length);
  for (const [name, count] of features) features.set(name, Math.log1p(count * scale));
  addRatios(features, reading.sentences);
  addTitle(features, reading.title);
  addTone(features, reading);
  return features;
}

/** Cue classes with what governs them: negation, modal, first person, the issue, a policy, the close. */
function addCues(features: Features, { tokens, onIssue, closes, place }: SentenceView): void {
  const at = { negation: -99, own: -99, issue: -99, thing: -99, modal: -99 };
  let modal = '';
  tokens.forEach((token, index) => {
    const { lower } = token;
    if (isNegation(lower)) at.negation = index;
    if (OWN.has(lower)) at.own = index;
    if (lower === 'we' || lower === 'our') at.own = -99;
    if (onIssue[index]) at.issue = index;
    if (MODALS.has(lower)) {
      at.modal = index;
      modal = lower;
    }
    const classes = CUES.get(token.lemma) ?? CUES.get(lower) ?? [];
    for (const name of classes) {
      const cue = index - at.negation <= REACH && at.negation !== index ? `¬${name}` : name;
      add(features, `cue/${cue}`);
      if (index - at.modal <= REACH) add(features, `modal/${modal}:${cue}`);
      if (index - at.own <= REACH) add(features, `own/${cue}`);
      if (index - at.issue <= TARGET_REACH) add(features, `issue/${cue}`);
      if (index - at.thing <= TARGET_REACH) add(features, `thing/${cue}`);
      if (closes) add(features, `close/${cue}`);
      if (place < 0.25) add(features, `open/${cue}`);
    }
    if (classes.includes('thing')) at.thing = index;
  });
}

const isPlainWord = ({ kind, pos }: Token): boolean => kind === 'word' && pos !== 'PROPN';

function addPairs(features: Features, sentences: readonly SentenceView[]): void {
  for (const { tokens } of sentences) {
    for (let i = 0; i + 1 < tokens.length; i++) {
      const [a, b] = [tokens[i]!, tokens[i + 1]!];
      if (isPlainWord(a)) add(features, `word/${a.lemma}`);
      if (isPlainWord(a) && isPlainWord(b)) add(features, `pair/${a.lower}_${b.lower}`);
    }
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
    for (const name of CUES.get(word) ?? CUES.get(word.replace(/(?:ing|s|ed)$/, '')) ?? []) features.set(`title/${name}`, 1);
    if (isNegation(word)) features.set('title/not', 1);
  }
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
