import { describe, expect, it } from 'vitest';
import { decided } from './analysis.ts';

const TEXT = `The city council wants to build a new stadium downtown.

The stadium would cost taxpayers $400 million, and it would destroy a neighborhood. It is a bad idea.

Supporters say that the stadium will create jobs. But the jobs it creates are few and poorly paid.

The council should reject the stadium.`;

describe('the stages that decide', () => {
  it('gives every sentence a role with a confidence and a reason', async () => {
    const { roles, sentences } = await decided(TEXT);
    expect(roles).toHaveLength(sentences.length);
    for (const { role, confidence, because } of roles) {
      expect(['pro', 'con', 'both', 'none']).toContain(role);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(because.length).toBeGreaterThan(0);
    }
  });

  it('finds the issue among the words of the text', async () => {
    const { issue, text } = await decided(TEXT, { title: 'Stop the stadium' });
    expect(issue.phrase).toMatch(/stadium/);
    expect(text.slice(issue.span!.start, issue.span!.end)).toBe(issue.phrase);
  });

  it('takes the given issue as it is', async () => {
    const { issue } = await decided(TEXT, { givenIssue: 'the Stadium' });
    expect(issue).toMatchObject({ phrase: 'the Stadium', by: 'given', confidence: 1 });
    expect(issue.span).not.toBeNull();
  });

  it('has no issue and no verdict where there is nothing', async () => {
    const { issue, verdict, roles } = await decided('');
    expect(issue.phrase).toBeNull();
    expect(verdict.lean).toBe('unknown');
    expect(roles).toEqual([]);
  });

  it('says the same of the same text', async () => {
    const [one, other] = await Promise.all([decided(TEXT), decided(TEXT)]);
    expect(one.roles).toEqual(other.roles);
    expect(one.verdict).toEqual(other.verdict);
  });
});
