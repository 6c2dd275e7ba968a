import { readLexicon } from '../../lexicon/read-lexicon.ts';

export interface VerdictCue {
  readonly phrase: string;
  readonly weight: number;
  readonly hedged: boolean;
}

/** By first word, so that a sentence is read once. */
const CUES: ReadonlyMap<string, readonly VerdictCue[]> = byFirstWord();

function byFirstWord(): Map<string, VerdictCue[]> {
  const cues = new Map<string, VerdictCue[]>();
  for (const [phrase = '', weight, hedged] of readLexicon(new URL('./verdict-cues.tsv', import.meta.url), 3)) {
    const first = phrase.split(' ')[0]!;
    cues.set(first, [...(cues.get(first) ?? []), { phrase, weight: Number(weight), hedged: hedged === 'hedged' }]);
  }
  return cues;
}

/** The cues that a sentence holds, each once. */
export function cuesIn(sentence: string): VerdictCue[] {
  const words =
    sentence
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[a-z']+/g) ?? [];
  const found = new Set<VerdictCue>();
  words.forEach((word, at) => {
    for (const cue of CUES.get(word) ?? []) {
      const length = cue.phrase.split(' ').length;
      if (words.slice(at, at + length).join(' ') === cue.phrase) found.add(cue);
    }
  });
  return [...found];
}
