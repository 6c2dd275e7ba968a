import { readFileSync } from 'node:fs';
import type { MarkerKind } from '../../src/article/layers.ts';
import type { Span } from '../../src/article/span.ts';
import { type GoldArticle, segmented } from './gold.ts';

const MARK = /⟦([a-z_]+):([^⟦⟧]+)⟧/g;

/** The sentences of `sentences/attributions.txt`, each an article with one attribution at most. */
export const readReports = (): Promise<GoldArticle[]> =>
  articlesOf('attributions', (marks) => {
    const [source = null, cue = null, content] = ['source', 'cue', 'content'].map((label) => spanOf(marks, label));
    return { markers: [], attributions: content ? [{ source, cue, content }] : [] };
  });

/** The sentences of `sentences/markers.txt`, each an article with markers only. */
export const readMarked = (): Promise<GoldArticle[]> =>
  articlesOf('markers', (marks) => ({
    markers: marks.map(({ label, start, end }) => ({ start, end, kind: label as MarkerKind })),
    attributions: [],
  }));

interface Mark extends Span {
  readonly label: string;
}

/** From the first mark of a label to its last: a report that its speaker interrupts is one. */
function spanOf(marks: readonly Mark[], wanted: string): Span | undefined {
  const found = marks.filter(({ label }) => label === wanted);
  const [first, last] = [found[0], found.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

function articlesOf(
  name: string,
  goldOf: (marks: readonly Mark[]) => Pick<GoldArticle['gold'], 'markers' | 'attributions'>,
): Promise<GoldArticle[]> {
  const lines = readFileSync(new URL(`./sentences/${name}.txt`, import.meta.url), 'utf8').split('\n');
  const sentences = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return Promise.all(
    sentences.map(async (line, i) => {
      const { text, marks } = unmarked(line);
      const id = `${name}-${i + 1}`;
      return { gold: { id, sentences: [], ...goldOf(marks) }, article: await segmented(id, text) };
    }),
  );
}

/** `The ⟦cue:claim⟧ that` as text and marks. */
function unmarked(line: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const { 0: mark, 1: label = '', 2: inner = '', index } of line.matchAll(MARK)) {
    text += line.slice(from, index);
    marks.push({ label, start: text.length, end: text.length + inner.length });
    text += inner;
    from = index + mark.length;
  }
  return { text: text + line.slice(from), marks };
}
