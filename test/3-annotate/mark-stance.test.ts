import { describe, expect, test } from 'vitest';
import { KINDS, PATTERNS } from '../../src/3-annotate/mark-stance/lexicon.ts';
import { whyMarker } from '../../src/3-annotate/mark-stance/why.ts';
import { cases } from '../helpers/cases.ts';
import { mark, marked } from '../helpers/marked.ts';
import { stanceOf } from './stance-of.ts';

/** What the stage marks as `kind`, and what the case's body says, as marked text. */
async function compare(body: string, kind: string): Promise<[string, string]> {
  const { text, spans } = marked(body);
  const { markers } = await stanceOf(text);
  const found = markers.filter((marker) => marker.kind === kind).map((marker) => ({ ...marker, label: kind }));
  return [mark({ text, spans: found }), mark({ text, spans: spans.filter(({ label }) => label === kind) })];
}

const file = (name: string) => new URL(`../cases/mark-stance/${name}.txt`, import.meta.url);

/** Each file is about one kind; a body without a mark of that kind is a negative case. */
describe.each(KINDS)('%s', (kind) => {
  test.each(cases(file(kind.replace('_', '-'))))('$title', async ({ body }) => {
    const [found, wanted] = await compare(body, kind);
    expect(found).toBe(wanted);
  });
});

/** Wrong today, and told in docs/stance.md; a case that comes right fails here and belongs into its kind's file. */
describe('known failures', () => {
  test.fails.each(cases(file('known-failures')))('$title', async ({ body }) => {
    for (const kind of KINDS) {
      const [found, wanted] = await compare(body, kind);
      expect(found).toBe(wanted);
    }
  });
});

describe('markers', () => {
  test('carry rule, strength and voice', async () => {
    const { markers } = await stanceOf('Critics say the plan might fail. It may work.');
    expect(markers).toContainEqual(
      expect.objectContaining({ kind: 'hedge', by: 'hedge/modal', voice: 'other', strength: 0 }),
    );
    expect(markers.at(-1)).toMatchObject({ kind: 'hedge', voice: 'author' });
  });

  test('every rule can be told in words', () => {
    for (const rule of PATTERNS.keys()) expect(whyMarker(rule)).toMatch(/^It is .+\.$/);
    for (const kind of KINDS) expect(whyMarker(`${kind}/model`)).toMatch(/in no word list\.$/);
    expect(whyMarker('no/such')).toBe('No rule is known by the name no/such.');
  });
});
