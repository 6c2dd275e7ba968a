import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { whyDecided } from '../../src/4-decide/why-decided.ts';
import { decided } from './analysis.ts';

describe('reasons in words', () => {
  it.each([
    ['side-of-article', 'it speaks on the side that the whole article takes'],
    ['cue/hurt', 'a word of the kind "hurt"'],
    ['start/moreover', '"moreover" is among its first words'],
    ['has/number', 'it gives a number'],
    ['side/words/beside', 'the words of the sentences beside it take this side'],
    ['side/tone/issue', 'its tone'],
    ['verdict/on-balance', 'it says "on balance"'],
    ['heading/the-case-against', 'it stands under the heading "the case against"'],
  ])('says %s as "%s"', (because, words) => expect(whyDecided(because)).toBe(words));

  it('knows every reason that comes up in an article', async () => {
    const text = readFileSync(new URL('../../corpora/gold/facial-recognition-policing.txt', import.meta.url), 'utf8');
    const { roles, verdict } = await decided(text);
    const reasons = [...roles.flatMap(({ because }) => because), ...verdict.because];
    expect(reasons.length).toBeGreaterThan(20);
    expect(reasons.filter((because) => whyDecided(because) === because)).toEqual([]);
  });
});
