import type { Attribution, Sentence, Token } from '../../article/layers.ts';
import { hashOf, mix } from '../linear/hash.ts';

/** A sentence, its tokens, and the attributions whose content begins in it. */
export interface Spoken {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly attributions: readonly Attribution[];
}

const PERSON = /^(?:i|we|you|he|she|it|they|who|this|that)$/;
const GENERIC = /^(?:some|many|most|others|critics|opponents|supporters|proponents|people|experts|few)\b/i;

/** Hashed features of one sentence, by which its voice is decided. */
export function featuresOf(text: string, { sentence, tokens, attributions }: Spoken): Int32Array {
  const out: number[] = [];
  const put = (template: number, ...values: readonly (string | number)[]): void => {
    const [a = 0, b = 0] = values.map((value) => (typeof value === 'string' ? hashOf(value) : value));
    out.push(mix(template + 2000, a, b, 0));
  };
  const reported = attributions.filter(({ kind }) => kind !== 'label');
  const part = tenths(sentence, reported);
  put(1);
  put(2, part);
  put(3, reported.length > 0 ? Math.min(part, 9) : -1, reported.some(({ source }) => source) ? 1 : 0);
  for (const { by, kind, source, cue } of reported) {
    const speaker = source ? speakerOf(text.slice(source.start, source.end)) : 'none';
    put(4, by, Math.min(part >> 1, 4));
    put(5, kind, Math.min(part >> 1, 4));
    put(6, speaker, Math.min(part >> 1, 4));
    put(7, speaker, by);
    if (source) put(9, source.start - sentence.start < 4 ? 1 : 0, part > 4 ? 1 : 0);
    put(10, (cue?.start ?? source?.start ?? 0) - sentence.start < 30 ? 1 : 0, part > 4 ? 1 : 0);
  }
  put(13, tokens[0]?.lower ?? '');
  put(15, tokens.at(-1)?.lower ?? '');
  return Int32Array.from(out);
}

/** Which part of the sentence its reports' contents, cues and sources cover, in tenths. */
function tenths(sentence: Sentence, attributions: readonly Attribution[]): number {
  let chars = 0;
  let upTo = sentence.start;
  const spans = attributions
    .flatMap(({ source, cue, content }) => [source, cue, content])
    .filter((span) => span !== null);
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, upTo);
    const end = Math.min(span.end, sentence.end);
    if (end > start) chars += end - start;
    upTo = Math.max(upTo, end);
  }
  return Math.floor((10 * chars) / (sentence.end - sentence.start));
}

const speakerOf = (source: string): string => {
  if (PERSON.test(source.toLowerCase())) return source.toLowerCase();
  return GENERIC.test(source) ? 'generic' : /^\p{Lu}/u.test(source) ? 'name' : 'noun';
};
