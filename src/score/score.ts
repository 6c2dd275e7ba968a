import { goldId } from '../5-record/gold-id.ts';
import type { OpedRecord } from '../5-record/record.ts';
import { RunStopped } from '../article/problem.ts';
import { draws } from './bootstrap.ts';
import { Counts } from './counts.ts';
import { type Gold, readGold } from './gold.ts';
import { measureArticle } from './measure-article.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A label with what stands behind it and how far its F1 may be off. */
export interface LabelScore {
  readonly label: string;
  readonly p: number;
  readonly r: number;
  readonly f: number;
  /** 95 % of F1, from drawing the articles again. */
  readonly interval: Interval;
  /** Items in the gold. */
  readonly n: number;
}

export interface OverallScore {
  readonly name: string;
  readonly value: number;
  readonly interval: Interval;
}

export interface Score {
  readonly articles: number;
  /** Gold files of which there is no record. */
  readonly missing: readonly string[];
  readonly overall: readonly OverallScore[];
  readonly labels: readonly LabelScore[];
}

/**
 * Measures records against the gold files of a folder, with the same measures as everywhere in this project.
 *
 * @throws RunStopped when no record belongs to a gold file, or when a record's text is not the gold's.
 */
export async function score(goldFolder: string, records: AsyncIterable<OpedRecord>): Promise<Score> {
  const golds = readGold(goldFolder);
  const byId = new Map(golds.map((gold) => [gold.id, gold]));
  const measured = new Map<string, Counts>();
  for await (const record of records) {
    const gold = byId.get(goldId(record));
    if (gold) measured.set(gold.id, compared(gold, record));
  }
  if (measured.size === 0) throw new RunStopped(`No record belongs to a gold file of ${goldFolder}.`);
  // In the order of the gold, so that the order of the records changes no interval.
  const articles = golds.flatMap(({ id }) => measured.get(id) ?? []);
  return {
    articles: golds.length,
    missing: golds.filter(({ id }) => !measured.has(id)).map(({ id }) => id),
    ...summed(articles),
  };
}

function compared(gold: Gold, record: OpedRecord): Counts {
  if (record.text.trimEnd() !== gold.text.trimEnd()) {
    throw new RunStopped(`${gold.id}: the record's text is not the gold file's, so positions cannot be compared.`);
  }
  return measureArticle(gold, record);
}

const OVERALL: Record<string, (counts: Counts) => number> = {
  macroRoles: (c) => (f1(c, 'roles/pro') + f1(c, 'roles/con') + f1(c, 'roles/none')) / 3,
  sideAccuracy: (c) => ratio(c.get('sidesRight'), c.get('sides')),
  sideCoherence: (c) => ratio(c.get('sidesCoherent'), c.get('sides')),
  voiceRecall: (c) => ratio(c.get('voicesRight'), c.get('voices')),
  verdictAccuracy: (c) => ratio(c.get('verdicts'), c.get('articles')),
  clusters: (c) => {
    const [p, r, n] = [c.get('clusters:p'), c.get('clusters:r'), c.get('clusters:n')];
    return ratio(2 * p * r, (p + r) * n);
  },
  issueWords: (c) => ratio(c.get('issueWords'), c.get('articles')),
};

function summed(articles: readonly Counts[]): Pick<Score, 'overall' | 'labels'> {
  const total = sum(articles);
  const drawn = draws(articles.length).map((picks) => sum(picks.map((pick) => articles[pick]!)));
  const spread = (measure: (counts: Counts) => number): Interval => intervalOf(drawn.map(measure));
  return {
    overall: Object.entries(OVERALL).map(([name, measure]) => ({
      ...{ name, value: rounded(measure(total)), interval: spread(measure) },
    })),
    labels: total.labels().map((label) =>
      labelScore(
        total,
        label,
        spread((counts) => f1(counts, label)),
      ),
    ),
  };
}

function labelScore(counts: Counts, label: string, interval: Interval): LabelScore {
  const [tp, fp, fn] = [counts.get(`${label}:tp`), counts.get(`${label}:fp`), counts.get(`${label}:fn`)];
  const [p, r] = [rounded(ratio(tp, tp + fp)), rounded(ratio(tp, tp + fn))];
  return { label, p, r, f: rounded(f1(counts, label)), interval, n: tp + fn };
}

function f1(counts: Counts, label: string): number {
  const tp = counts.get(`${label}:tp`);
  return ratio(2 * tp, 2 * tp + counts.get(`${label}:fp`) + counts.get(`${label}:fn`));
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function sum(articles: readonly Counts[]): Counts {
  const total = new Counts();
  for (const counts of articles) total.addAll(counts);
  return total;
}

/** The middle 95 %. */
function intervalOf(values: number[]): Interval {
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.round(share * (sorted.length - 1))] ?? 0);
  return { low: at(0.025), high: at(0.975) };
}
