import type { ArchiveFigures, Counted, Dated } from './archive-figures.ts';
import { chart, Plot, SIDE_COLOURS } from './charts.ts';
import { type Html, html } from './html.ts';

const WIDE = { width: 860, height: 240 };
const DAY = 86_400_000;

type Period = 'day' | 'month' | 'year';

/** How much of an ISO date names the period. */
const DIGITS: Record<Period, number> = { day: 10, month: 7, year: 4 };

/** A period that gives some dozens of bars over the years that the archive spans. */
function periodOf(dated: readonly Dated[]): Period {
  let [low, high] = [Infinity, -Infinity];
  for (const { day } of dated) [low, high] = [Math.min(low, day.getTime()), Math.max(high, day.getTime())];
  const span = (high - low) / DAY;
  return span > 365 * 6 ? 'year' : span > 60 ? 'month' : 'day';
}

/** Articles that share a period and whatever else `key` says, in the order of the calendar. */
function grouped(dated: readonly Dated[], period: Period, key: (article: Dated) => string) {
  const groups = new Map<string, Dated[]>();
  for (const article of dated) {
    const name = article.day.toISOString().slice(0, DIGITS[period]) + key(article);
    const group = groups.get(name);
    if (group) group.push(article);
    else groups.set(name, [article]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const startOf = (day: Date, period: Period): Date =>
  new Date(`${day.toISOString().slice(0, DIGITS[period])}-01-01`.slice(0, 10));

/** Articles a period, by lean; null when no article has a date. */
export function timeChart({ dated }: ArchiveFigures): Html | null {
  if (dated.length === 0) return null;
  const interval = periodOf(dated);
  const rows = grouped(dated, interval, ({ lean }) => lean).map((group) => ({
    ...{ day: startOf(group[0]!.day, interval), lean: group[0]!.lean, count: group.length },
  }));
  const picture = chart(`Articles a ${interval} by lean`, {
    ...WIDE,
    x: { label: null },
    y: { label: 'articles', grid: true },
    color: SIDE_COLOURS,
    marks: [Plot.rectY(rows, { x: 'day', y: 'count', fill: 'lean', interval }), Plot.ruleY([0])],
  });
  return html`${legend()}${picture}`;
}

/** Hedges and boosters per 1,000 words, the mean of a period; null when no article has a date. */
export function rateChart({ dated }: ArchiveFigures): Html | null {
  if (dated.length === 0) return null;
  const interval = periodOf(dated);
  const rows = grouped(dated, interval, () => '').map((group) => ({
    ...{ day: startOf(group[0]!.day, interval), hedge: mean(group, 'hedge'), booster: mean(group, 'booster') },
  }));
  const line = (y: 'hedge' | 'booster', stroke: string, symbol: 'circle' | 'square') => [
    Plot.lineY(rows, { x: 'day', y, stroke, strokeWidth: 2 }),
    Plot.dot(rows, { x: 'day', y, stroke, fill: stroke, symbol, r: 3 }),
  ];
  const picture = chart(`Hedges (circles) and boosters (squares) per 1,000 words, mean a ${interval}`, {
    ...WIDE,
    x: { label: null },
    y: { label: 'per 1,000 words', grid: true, zero: true },
    marks: [...line('hedge', 'var(--k-hedge)', 'circle'), ...line('booster', 'var(--k-booster)', 'square')],
  });
  return html`<p>Circles: hedges. Squares: boosters. Per 1,000 words of the authors, mean a ${interval}.</p>${picture}`;
}

const mean = (group: readonly Dated[], kind: 'hedge' | 'booster'): number =>
  group.reduce((sum, article) => sum + article[kind], 0) / group.length;

export const topChart = (title: string, counted: readonly Counted[], unit: string): Html =>
  chart(`${title}: ${counted.map(({ name, count }) => `${name} ${count}`).join(', ')}`, {
    ...{ width: 860, height: 40 + counted.length * 22, marginLeft: 220 },
    x: { label: unit, grid: true },
    y: { label: null, domain: counted.map(({ name }) => name), tickFormat: short },
    marks: [Plot.barX(counted, { y: 'name', x: 'count', fill: 'var(--bar)' }), Plot.ruleX([0])],
  });

/** Where the authors come down on each issue; null when none has a name. */
export function issueChart(issues: ArchiveFigures['issues']): Html | null {
  if (issues.length === 0) return null;
  const rows = issues.flatMap(({ issue, leans }) =>
    Object.entries(leans).map(([lean, count]) => ({ issue, lean, count })),
  );
  const picture = chart(
    `Articles an issue, by lean: ${issues.map(({ issue, articles }) => `${issue} ${articles}`).join(', ')}`,
    {
      ...{ width: 860, height: 40 + issues.length * 22, marginLeft: 320 },
      x: { label: 'articles', grid: true },
      y: { label: null, domain: issues.map(({ issue }) => issue), tickFormat: short },
      color: SIDE_COLOURS,
      marks: [Plot.barX(rows, { y: 'issue', x: 'count', fill: 'lean' }), Plot.ruleX([0])],
    },
  );
  return html`${legend()}${picture}`;
}

const LONGEST = 48;

const short = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST - 1).toWellFormed()}…` : name;

const legend = (): Html =>
  html`<p class="legend">${SIDE_COLOURS.domain.map((lean) => html`<span class="lean l-${lean}">${lean}</span> `)}</p>`;
