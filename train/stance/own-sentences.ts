import { readFileSync } from 'node:fs';
import type { MarkerKind } from '../../src/article/layers.ts';
import type { Span } from '../../src/article/span.ts';
import { type LabelledSpan, marked } from '../../test/helpers/marked.ts';
import { type GoldArticle, segmented } from './gold.ts';

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

/** From the first mark of a label to its last: a report that its speaker interrupts is one. */
function spanOf(marks: readonly LabelledSpan[], wanted: string): Span | undefined {
  const found = marks.filter(({ label }) => label === wanted);
  const [first, last] = [found[0], found.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

function articlesOf(
  name: string,
  goldOf: (marks: readonly LabelledSpan[]) => Pick<GoldArticle['gold'], 'markers' | 'attributions'>,
): Promise<GoldArticle[]> {
  const lines = readFileSync(new URL(`./sentences/${name}.txt`, import.meta.url), 'utf8').split('\n');
  const sentences = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return Promise.all(
    sentences.map(async (line, i) => {
      const { text, spans } = marked(line);
      const id = `${name}-${i + 1}`;
      return { gold: { id, sentences: [], ...goldOf(spans) }, article: await segmented(id, text) };
    }),
  );
}
