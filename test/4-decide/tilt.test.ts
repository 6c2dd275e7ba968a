import { describe, expect, it } from 'vitest';
import { CLOSING_WORDS } from '../../src/4-decide/take-verdict/closing-words.ts';
import { takeVerdict } from '../../src/4-decide/take-verdict/take-verdict.ts';
import type { SentenceRole } from '../../src/article/layers.ts';
import { decided } from './analysis.ts';

const TEXT =
  'The bridge is old. It would cut the journey to work. It would bring trade to the island. It would cost a lot.';

/** The verdict when the article was weighed at `pro` and its sentences fell as given. */
async function verdictOf(
  pro: number,
  roles: readonly SentenceRole['role'][],
  because: readonly string[] = ['weighed'],
) {
  const article = await decided(TEXT, { givenIssue: 'the bridge' });
  const fallen = roles.map((role) => ({ role, confidence: 0.6, because: [] }));
  const outcome = await takeVerdict(() => ({ pro, because })).run({ ...article, roles: fallen }, () => {});
  return outcome.verdict;
}

describe('a verdict that the sentences contradict', () => {
  it('goes with the sentences', async () => {
    const { lean, because, confidence } = await verdictOf(0.1, ['none', 'pro', 'pro', 'con']);
    expect({ lean, because, confidence }).toEqual({
      lean: 'pro',
      because: ['lean/tilt-of-sentences'],
      confidence: 0.7,
    });
  });

  it('stays where the sentences are even', async () => {
    expect((await verdictOf(0.1, ['none', 'pro', 'none', 'con'])).lean).toBe('con');
  });

  it('stays where the sentences agree', async () => {
    expect((await verdictOf(0.9, ['none', 'pro', 'pro', 'con'])).because).toEqual(['weighed']);
  });

  it('stays where an opinion after a hedged balance decided it', async () => {
    const { lean } = await verdictOf(0.1, ['none', 'pro', 'pro', 'con'], ['lean/opinion-after-balance']);
    expect(lean).toBe('con');
  });

  it('stays balanced where the author leaves it open and one sentence more falls on a side', async () => {
    const text =
      'It is hard to say who is right about the bridge. It would cut the journey. It would cost a lot. It leaks.';
    const article = await decided(text, { givenIssue: 'the bridge' });
    const verdict = async (pro: number) => {
      const roles = (['none', 'pro', 'con', 'con'] as const).map((role) => ({ role, confidence: 0.6, because: [] }));
      const outcome = await takeVerdict(() => ({ pro, because: ['weighed'] })).run({ ...article, roles }, () => {});
      return outcome.verdict;
    };
    expect(await verdict(0.52)).toMatchObject({ lean: 'balanced', strength: 'hedged' });
    expect(await verdict(0.48)).toMatchObject({ lean: 'balanced', strength: 'hedged' });
    expect((await verdict(0.97)).lean).toBe('con');
  });
});

describe('a reason by closing words', () => {
  const because = async (close: string, pro: number) => {
    const article = await decided(`It would cut the journey. It would cost a lot. ${close}`, {
      givenIssue: 'the bridge',
    });
    const roles = article.sentences.map(() => ({ role: 'both' as const, confidence: 0.6, because: [] }));
    const outcome = await takeVerdict(() => ({ pro, because: [] })).run({ ...article, roles }, () => {});
    return outcome.verdict.because;
  };

  it('is given where the author closes on the side of the verdict', async () => {
    expect(await because('I will vote against it.', 0.1)).toContain(CLOSING_WORDS);
  });

  it('is not given where the close says the other side, or nothing, or another says it', async () => {
    expect(await because('I will vote against it.', 0.9)).not.toContain(CLOSING_WORDS);
    expect(await because('It is long.', 0.1)).not.toContain(CLOSING_WORDS);
    expect(await because('"We will vote against it," said Ada Obi.', 0.1)).not.toContain(CLOSING_WORDS);
  });
});
