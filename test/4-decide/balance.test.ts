import { describe, expect, it } from 'vitest';
import { drawBalance } from '../../src/4-decide/draw-balance/draw-balance.ts';
import type { Article } from '../../src/article/article.ts';
import type { Marker, Role, Voice } from '../../src/article/layers.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { decided } from './analysis.ts';

interface Told {
  readonly text: string;
  readonly role: Role;
  readonly voice?: Voice;
}

/** The balance of sentences whose roles are given. */
async function balanceOf(told: readonly Told[], hedged: readonly string[] = [], between = ' ') {
  const text = told.map((one) => one.text).join(between);
  const { blocks, sentences, tokens } = await decided(text);
  const article: Article<'blocks' | 'sentences' | 'tokens' | 'roles' | 'voices' | 'markers' | 'conditions'> = {
    ...sourceOf(text),
    blocks,
    sentences,
    tokens,
    roles: told.map(({ role }) => ({ role, confidence: 0.8, because: ['test'] })),
    voices: told.map(({ voice = 'author' }) => ({ voice, holder: null, by: 'test' })),
    markers: hedged.map(
      (word): Marker => ({
        start: text.indexOf(word),
        end: text.indexOf(word) + word.length,
        kind: 'hedge',
        by: 'test',
        voice: 'author',
        strength: 0,
      }),
    ),
    conditions: text.includes('If ')
      ? [
          {
            cue: { start: text.indexOf('If '), end: text.indexOf('If ') + 2 },
            antecedent: { start: text.indexOf('If ') + 3, end: text.indexOf(',') },
            consequent: { start: text.indexOf(',') + 2, end: text.length - 1 },
            by: 'test',
          },
        ]
      : [],
  };
  return (await drawBalance().run(article, () => {})).balance;
}

describe('the balance sheet', () => {
  it('counts the sides and leaves out what does not argue', async () => {
    const balance = await balanceOf([
      { text: 'The bridge was built in May.', role: 'none' },
      { text: 'The bridge saves time.', role: 'pro' },
      { text: 'Its tolls hurt the poor.', role: 'con' },
    ]);
    expect(balance).toMatchObject({ pro: 1, con: 1, both: 0 });
    expect(balance.points.map(({ side, sentences }) => [side, sentences])).toEqual([
      ['pro', [1]],
      ['con', [2]],
    ]);
  });

  it('leaves out headings: they announce a point', async () => {
    const { points } = await balanceOf(
      [
        { text: 'The bridge was built in May, and the island has argued about its tolls ever since.', role: 'none' },
        { text: 'In favour', role: 'pro' },
        { text: 'The bridge saves commuters an hour of their time on every working day.', role: 'pro' },
      ],
      [],
      '\n\n',
    );
    expect(points.map(({ sentences }) => sentences)).toEqual([[2]]);
  });

  it('groups sentences that say one point again', async () => {
    const { points } = await balanceOf([
      { text: 'The toll bridge saves commuters an hour of time.', role: 'pro' },
      { text: 'In other words, people get home sooner.', role: 'pro' },
      { text: 'Tolls are unfair.', role: 'con' },
      { text: 'The bridge saves commuters an hour.', role: 'pro' },
    ]);
    expect(points.map(({ sentences }) => sentences)).toEqual([[0, 1, 3], [2]]);
  });

  it.each([
    ['Crime fell by 40 percent.', 'statistic'],
    ['For example, the school kept its doors open.', 'example'],
    ['We must keep the law.', 'appeal'],
    ['The rule leads to chaos.', 'consequence'],
    ['The rule is unfair.', 'assertion'],
  ])('sees what "%s" rests on', async (text, evidence) => {
    expect((await balanceOf([{ text, role: 'con' }])).points[0]?.evidence).toBe(evidence);
  });

  it('takes a point of someone else for testimony, and a hedge for weakness', async () => {
    const { points } = await balanceOf([{ text: 'The plan might work.', role: 'pro', voice: 'other' }], ['might']);
    expect(points[0]).toMatchObject({ voice: 'other', evidence: 'testimony', strength: -1 });
  });

  it('links a point to the condition it stands under', async () => {
    const { points } = await balanceOf([
      { text: 'The park is lovely.', role: 'pro' },
      { text: 'If the power weakens, it leads to corruption.', role: 'con' },
    ]);
    expect(points.map(({ condition }) => condition)).toEqual([null, 0]);
  });
});
