import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decided } from './analysis.ts';

const FOLDER = new URL('../cases/flip/', import.meta.url);
const OPPOSITE: Readonly<Record<string, string>> = { pro: 'con', con: 'pro', none: 'none', both: 'both' };

/** A case: `issue`, `against` (the same put the other way), `lean` toward the issue, an empty line, the article. */
function read(name: string) {
  const [header = '', ...body] = readFileSync(new URL(name, FOLDER), 'utf8').split('\n\n');
  const fields = new Map(header.split('\n').map((line) => line.split(': ') as [string, string]));
  const field = (key: string): string => fields.get(key) ?? '';
  return { issue: field('issue'), against: field('against'), lean: field('lean'), text: body.join('\n\n').trim() };
}

describe('an issue given the opposite way', () => {
  it.each(readdirSync(FOLDER))('turns the sides of %s', async (name) => {
    const { issue, against, lean, text } = read(name);
    const one = await decided(text, { givenIssue: issue });
    const other = await decided(text, { givenIssue: against });
    expect(one.verdict.lean).toBe(lean);
    expect(other.verdict.lean).toBe(OPPOSITE[lean]);
    const sided = one.roles.filter(({ role }) => role === 'pro' || role === 'con').length;
    const turned = one.roles.filter(({ role }, i) => role !== 'none' && other.roles[i]!.role === OPPOSITE[role]).length;
    expect(sided).toBeGreaterThan(2);
    expect(turned / sided).toBeGreaterThanOrEqual(0.7);
  });
});
