import { describe, expect, test } from 'vitest';
import { firstLongRun, LONGEST_RUN } from '../../src/2-segment/split-tokens/shadow.ts';

describe('a run of characters without a space', () => {
  test('is reported where it is longer than wink may see', () => {
    const dashes = '-'.repeat(40_000);
    expect(firstLongRun(`We say ${dashes} no.`)).toEqual({ start: 7, end: 40_007 });
    expect(firstLongRun(dashes)).toEqual({ start: 0, end: 40_000 });
  });

  test('is none of anybody’s business up to that', () => {
    expect(firstLongRun('')).toBeNull();
    expect(firstLongRun(`a ${'x'.repeat(LONGEST_RUN.token)} b`)).toBeNull();
    expect(firstLongRun(`${'x'.repeat(150)}\u00a0${'y'.repeat(150)}\n${'z'.repeat(150)}`)).toBeNull();
  });
});
