import { describe, expect, it } from 'vitest';
import { decided } from './analysis.ts';

const rolesIn = async (text: string) => {
  const { roles, sentences } = await decided(text);
  return new Map(sentences.map(({ start, end }, i) => [text.slice(start, end), roles[i]!]));
};

describe('the build of an article', () => {
  it('puts each hand on its own side, with the sentences that have no cue of their own', async () => {
    const roles = await rolesIn(`The city plans a tram.

On the one hand, the tram gives the outer districts a fast way to work. It runs every six minutes.

On the other hand, the tram costs a great deal. Its rails take up two lanes.

Another thing is the noise at night.`);
    for (const text of ['It runs every six minutes.', 'Its rails take up two lanes.']) {
      expect(roles.get(text)?.because).toContain(
        text.startsWith('It runs') ? 'opener/on-the-one-hand' : 'opener/on-the-other-hand',
      );
    }
    expect(roles.get('It runs every six minutes.')?.role).toBe('pro');
    expect(roles.get('Its rails take up two lanes.')?.role).toBe('con');
    expect(roles.get('Another thing is the noise at night.')?.role).toBe('con');
  });

  it('makes no run of a second hand alone', async () => {
    const roles = await rolesIn('The tram is slow. On the other hand, it is cheap. It is green.');
    for (const { because } of roles.values()) expect(because.join(' ')).not.toMatch(/opener/);
  });

  it('ends the second hand at a heading', async () => {
    const roles = await rolesIn(`On the one hand, trams are quiet. They are clean.

On the other hand, trams are dear. They need rails.

A look back

The first tram came in 1901.`);
    expect(roles.get('The first tram came in 1901.')?.because.join(' ')).not.toMatch(/opener/);
  });

  it('calls a sentence that names both sides "both", and not one that names one', async () => {
    const roles = await rolesIn('The tram has its pros and cons. The tram has its advantages.');
    expect(roles.get('The tram has its pros and cons.')?.role).toBe('both');
    expect(roles.get('The tram has its advantages.')?.role).not.toBe('both');
  });
});
