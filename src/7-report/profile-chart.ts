import type { OpedRecord } from '../5-record/record.ts';
import { counted } from '../5-record/tables/words.ts';
import { MARKER_KINDS } from '../article/layers.ts';
import type { ArchiveFigures } from './archive-figures.ts';
import { chart, Plot } from './charts.ts';
import { type Html, html } from './html.ts';

/** The author's stance markers per 1,000 words against the mean of the archive, as a chart and as a table. */
export function profileChart({ profile }: OpedRecord, { means, articles }: ArchiveFigures): Html {
  const rows = MARKER_KINDS.map((kind) => ({
    kind: kind.replace('_', ' '),
    here: profile.author.kinds[kind].perThousand,
    mean: Math.round(means[kind] * 10) / 10,
  }));
  const picture = chart(
    'Stance markers per 1,000 words, this article and the mean of the archive; the table has the same numbers.',
    {
      ...{ width: 640, height: 250, marginLeft: 90 },
      x: { label: 'per 1,000 words of the author', grid: true },
      y: { label: null, domain: rows.map(({ kind }) => kind) },
      marks: [
        Plot.barX(rows, { y: 'kind', x: 'here', fill: 'var(--bar)', insetTop: 4, insetBottom: 4 }),
        Plot.tickX(rows, { y: 'kind', x: 'mean', stroke: 'currentColor', strokeWidth: 3 }),
        Plot.ruleX([0]),
      ],
    },
  );
  return html`<section aria-labelledby="h-profile"><h2 id="h-profile">Stance profile</h2>
<p>Bars: this article. Black or white ticks: the mean of the archive's ${counted(articles, 'article')}.</p>
<figure>${picture}</figure>
<details><summary>The numbers</summary><table><thead><tr><th scope="col">Marker</th><th scope="col">Here</th><th scope="col">Archive</th></tr></thead>
<tbody>${rows.map(({ kind, here, mean }) => html`<tr><th scope="row">${kind}</th><td>${here.toFixed(1)}</td><td>${mean.toFixed(1)}</td></tr>`)}</tbody></table></details></section>`;
}
