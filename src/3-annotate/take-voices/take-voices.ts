import type { Attribution, Sentence, SentenceVoice } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';

/** A sentence is another's when reported words make up at least this part of it; chosen by measurement on gold/train. */
const MOST_OF_IT = 0.4;

/** Decides whose point each sentence is: the author's, or someone else's whom an attribution reports. */
export const takeVoices = () =>
  stage({
    name: 'take-voices',
    needs: ['sentences', 'attributions'],
    adds: ['voices'],
    run: ({ sentences, attributions }) => ({ voices: voicesOf(sentences, attributions) }),
  });

function voicesOf(sentences: readonly Sentence[], attributions: readonly Attribution[]): SentenceVoice[] {
  const voices: SentenceVoice[] = [];
  let holder: SentenceVoice['holder'] = null;
  let next = 0;
  for (const sentence of sentences) {
    const own: Attribution[] = [];
    for (; next < attributions.length && attributions[next]!.content.start < sentence.end; next++)
      own.push(attributions[next]!);
    const reported = own.filter(({ kind }) => kind !== 'label');
    const goesOn = reported.find(({ by }) => by === 'attribution/quote-goes-on');
    const named = reported.find(({ source }) => source !== null)?.source ?? null;
    if (named) holder = named;
    const isOther = reported.length > 0 && covered(sentence, reported) >= MOST_OF_IT;
    if (!isOther) voices.push({ voice: 'author', holder: null, by: 'voice/author' });
    else
      voices.push({
        voice: 'other',
        holder: named ?? (goesOn ? holder : null),
        by: goesOn ? 'voice/quotation-goes-on' : 'voice/reported',
      });
  }
  return voices;
}

/** Which part of the sentence is reported: content, and the words that name source and cue. */
function covered(sentence: Sentence, attributions: readonly Attribution[]): number {
  let chars = 0;
  let upTo = sentence.start;
  for (const { content, cue, source } of attributions) {
    for (const span of [source, cue, content]) {
      if (!span) continue;
      const start = Math.max(span.start, upTo);
      const end = Math.min(span.end, sentence.end);
      if (end > start) chars += end - start;
      if (span === content) upTo = Math.max(upTo, end);
    }
  }
  return chars / (sentence.end - sentence.start);
}
