import type { Token } from '../../article/layers.ts';
import { CUES, isNegation, MODALS, REACH } from '../reading/cues.ts';
import { add, type Features } from '../reading/linear.ts';
import type { Reading, SentenceView } from '../reading/reading.ts';
import { toneOf } from '../reading/tone.ts';

/** How far an issue word reaches to a cue on its right, in tokens. */
const ISSUE_REACH = 8;
const OWN = new Set(['i', 'my', 'me']);

/** What a whole article shows of its author's side toward the issue. Counts are damped by a logarithm. */
export function leanFeatures(reading: Reading): Features {
  const features: Features = new Map();
  for (const sentence of reading.sentences) addCues(features, sentence);
  addPairs(features, reading.sentences);
  for (const [name, count] of features) features.set(name, Math.log1p(count));
  addTitle(features, reading.title);
  addTone(features, reading);
  return features;
}

/** Cue classes with what governs them: negation, modal, first person, the issue, the close. */
function addCues(features: Features, { tokens, onIssue, closes }: SentenceView): void {
  const at = { negation: -99, own: -99, issue: -99, modal: -99 };
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
    for (const name of CUES.get(token.lemma) ?? []) {
      const cue = index - at.negation <= REACH && at.negation !== index ? `¬${name}` : name;
      add(features, `cue/${cue}`);
      if (index - at.modal <= REACH) add(features, `modal/${modal}:${cue}`);
      if (index - at.own <= REACH) add(features, `own/${cue}`);
      if (index - at.issue <= ISSUE_REACH) add(features, `issue/${cue}`);
      if (closes) add(features, `close/${cue}`);
    }
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

function addTitle(features: Features, title: readonly string[]): void {
  for (const word of title) {
    for (const name of CUES.get(word) ?? []) features.set(`title/${name}`, 1);
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
