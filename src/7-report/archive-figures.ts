import { type IssueSummary, issueTally } from '../5-record/issue-tally.ts';
import type { OpedRecord } from '../5-record/record.ts';
import { type Lean, MARKER_KINDS, type MarkerKind } from '../article/layers.ts';

/** What the pages say about the archive as a whole, gathered in one pass over the records. */
export interface ArchiveFigures {
  readonly articles: number;
  /** Mean rate per 1,000 words of the authors' own voice. */
  readonly means: Readonly<Record<MarkerKind, number>>;
  /** Articles that name it, most first. */
  readonly named: readonly Counted[];
  /** Articles that report what they say, most first. */
  readonly quoted: readonly Counted[];
  /** As the Issues table counts them. */
  readonly issues: readonly IssueSummary[];
  /** One a dated article: day, lean, hedges and boosters per 1,000 words. */
  readonly dated: readonly Dated[];
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

export interface Dated {
  readonly day: Date;
  readonly lean: Lean;
  readonly hedge: number;
  readonly booster: number;
}

/** Reads all records once. Counts are kept in maps: articles name `constructor` and `__proto__` too. */
export async function archiveFigures(records: AsyncIterable<OpedRecord>): Promise<ArchiveFigures> {
  let articles = 0;
  const sums = new Map<MarkerKind, number>();
  const named = new Map<string, number>();
  const quoted = new Map<string, number>();
  const issues = issueTally();
  const dated: Dated[] = [];
  for await (const record of records) {
    articles++;
    for (const kind of MARKER_KINDS) add(sums, kind, record.profile.author.kinds[kind].perThousand);
    for (const name of new Set(record.entities.map((entity) => entity.name))) add(named, name, 1);
    for (const name of speakersOf(record)) add(quoted, name, 1);
    issues.add(record);
    if (record.published) dated.push(datedOf(record, record.published));
  }
  const means = Object.fromEntries(MARKER_KINDS.map((kind) => [kind, (sums.get(kind) ?? 0) / Math.max(articles, 1)]));
  return {
    ...{ articles, dated, named: ranked(named), quoted: ranked(quoted), means: means as Record<MarkerKind, number> },
    issues: issues.summaries(),
  };
}

const add = <Key>(counts: Map<Key, number>, key: Key, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/** By code unit: the same in every locale. */
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const ranked = (counts: ReadonlyMap<string, number>): Counted[] =>
  [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || order(a.name, b.name));

/** Entities whose words the article reports. */
function speakersOf({ attributions, entities }: OpedRecord): Set<string> {
  const ids = new Set(attributions.map(({ source }) => source?.entity ?? null));
  return new Set(entities.filter(({ id }) => ids.has(id)).map(({ name }) => name));
}

const datedOf = ({ verdict, profile }: OpedRecord, published: string): Dated => ({
  day: new Date(`${published.slice(0, 10)}T00:00:00Z`),
  lean: verdict.lean,
  hedge: profile.author.kinds.hedge.perThousand,
  booster: profile.author.kinds.booster.perThousand,
});
