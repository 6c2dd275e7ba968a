import type { Token } from '../../article/layers.ts';
import { CUES } from '../reading/cues.ts';
import { isContent, stemOf } from '../reading/issue-words.ts';
import type { Features } from '../reading/linear.ts';
import type { Reading } from '../reading/reading.ts';

/** A content word of an article, by stem, with all that bears on whether it belongs to the issue. */
interface Word {
  sentences: number;
  readonly first: number;
  readonly token: Token;
  lead: boolean;
  close: boolean;
  heading: boolean;
  inName: boolean;
  afterCue: Set<string>;
}

/** Sentences that make the lead. */
const LEAD = 4;
/** How far before a word a cue is looked for, in tokens. */
const BACK = 3;

/** For each stem of the article, features of whether it names the issue. */
export function wordFeatures(reading: Reading): Map<string, Features> {
  const words = wordsOf(reading);
  const title = new Set(reading.title.filter(isContent).map(stemOf));
  const most = Math.max(1, ...[...words.values()].map(({ sentences }) => sentences));
  const ranked = [...words.values()].map(({ sentences }) => sentences).sort((a, b) => b - a);
  return new Map(
    [...words].map(([stem, word]) => {
      const features: Features = new Map([
        ['share', word.sentences / most],
        ['count', Math.log(word.sentences)],
        ['rank', Math.log1p(ranked.indexOf(word.sentences)) / 4],
        [`pos/${word.token.pos}`, 1],
        [`first/${word.first === 0 ? 0 : word.first < LEAD ? 'lead' : 'body'}`, 1],
      ]);
      if (title.has(stem)) {
        features.set('title', 1);
        features.set('title/share', word.sentences / most);
        features.set(`title/of/${Math.min(8, title.size)}`, 1);
      }
      for (const [name, holds] of Object.entries({ ...word, lead: word.lead && word.sentences > 1 })) {
        if (holds === true) features.set(name, 1);
      }
      for (const name of CUES.get(word.token.lemma) ?? []) features.set(`class/${name}`, 1);
      for (const name of word.afterCue) features.set(`after/${name}`, 1);
      return [stem, features];
    }),
  );
}

function wordsOf({ sentences }: Reading): Map<string, Word> {
  const words = new Map<string, Word>();
  for (const { tokens, index, closes, kind } of sentences) {
    const seen = new Set<string>();
    tokens.forEach((token, at) => {
      if (token.kind !== 'word' || !isContent(token.lower)) return;
      const stem = stemOf(token.lower);
      const word = words.get(stem) ?? newWord(token, index);
      words.set(stem, word);
      if (!seen.has(stem)) word.sentences++;
      seen.add(stem);
      word.lead ||= index < LEAD;
      word.close ||= closes;
      word.heading ||= kind === 'heading' || kind === 'title';
      word.inName ||= token.pos === 'PROPN' && at > 0;
      for (let back = 1; back <= BACK; back++) {
        for (const name of CUES.get(tokens[at - back]?.lemma ?? '') ?? []) word.afterCue.add(name);
      }
    });
  }
  return words;
}

const newWord = (token: Token, first: number): Word => ({
  sentences: 0,
  first,
  token,
  lead: false,
  close: false,
  heading: false,
  inName: false,
  afterCue: new Set(),
});
