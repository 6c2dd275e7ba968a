import type { Marker, MarkerKind, Rate, StanceProfile, Token, Voice } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { KINDS } from '../mark-stance/lexicon.ts';
import { voicesOfTokens } from '../take-voices/voice-of-tokens.ts';

/** Counts each kind of marker, and per 1,000 words of its voice: the author's apart from others'. */
export const measureStance = () =>
  stage({
    name: 'measure-stance',
    needs: ['tokens', 'attributions', 'voices', 'markers'],
    adds: ['profile'],
    run: ({ tokens, attributions, voices, markers }) => {
      const spoken = voicesOfTokens(tokens, attributions, voices);
      const profile: StanceProfile = {
        author: sideOf('author', tokens, spoken, markers),
        other: sideOf('other', tokens, spoken, markers),
      };
      return { profile };
    },
  });

function sideOf(voice: Voice, tokens: readonly Token[], spoken: readonly Voice[], markers: readonly Marker[]) {
  const words = tokens.filter(({ kind }, i) => (kind === 'word' || kind === 'number') && spoken[i] === voice).length;
  const own = markers.filter((marker) => marker.voice === voice);
  const kinds = Object.fromEntries(
    KINDS.map((kind) => [kind, rateOf(own.filter((marker) => marker.kind === kind).length, words)]),
  ) as Record<MarkerKind, Rate>;
  return { words, kinds };
}

/** Rounded to a hundredth, so that the record shows no digits that a count of words cannot carry. */
const rateOf = (count: number, words: number): Rate => ({
  count,
  perThousand: words === 0 ? 0 : Math.round((100_000 * count) / words) / 100,
});
