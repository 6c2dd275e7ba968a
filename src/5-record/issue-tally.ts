import type { Lean } from '../article/layers.ts';
import { issueKey } from './issue-key.ts';
import type { RecordOf } from './record.ts';

/** What one issue was in an archive: how many articles took it up, on which side, who was named, when. */
export interface IssueSummary {
  /** See `issueKey`. */
  readonly key: string;
  /** The phrase that most articles use; of equals, the first by letters. */
  readonly issue: string;
  readonly articles: number;
  readonly leans: Readonly<Record<Lean, number>>;
  /** Sentences for and against, over all its articles. */
  readonly pro: number;
  readonly con: number;
  /** Most named first, with the number of articles that name them. */
  readonly entities: readonly { readonly name: string; readonly articles: number }[];
  /** `YYYY-MM` in order; articles without a date are under ''. */
  readonly months: readonly IssueMonth[];
}

export interface IssueMonth {
  readonly month: string;
  readonly articles: number;
  readonly pro: number;
  readonly con: number;
}

type Weighed = Pick<
  RecordOf<'issue' | 'verdict' | 'balance' | 'entities'>,
  'issue' | 'verdict' | 'balance' | 'entities'
> & {
  readonly published: string | null;
};

interface Gathered {
  readonly phrases: Map<string, number>;
  readonly names: Map<string, number>;
  readonly months: Map<string, { articles: number; pro: number; con: number }>;
  readonly leans: Record<Lean, number>;
  articles: number;
  pro: number;
  con: number;
}

const MOST_ENTITIES = 5;

/** Gathers issues record by record, so that an archive need not be held. Records without an issue are left out. */
export function issueTally(): { readonly add: (record: Weighed) => void; readonly summaries: () => IssueSummary[] } {
  const issues = new Map<string, Gathered>();
  return {
    add(record) {
      const { phrase } = record.issue;
      if (phrase === null) return;
      const key = issueKey(phrase);
      const gathered = issues.get(key) ?? nothing();
      issues.set(key, gathered);
      gather(gathered, phrase, record);
    },
    summaries: () =>
      [...issues]
        .map(([key, gathered]) => summaryOf(key, gathered))
        .sort((a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1)),
  };
}

const nothing = (): Gathered => ({
  phrases: new Map(),
  names: new Map(),
  months: new Map(),
  leans: { pro: 0, con: 0, balanced: 0, unknown: 0 },
  articles: 0,
  pro: 0,
  con: 0,
});

function gather(gathered: Gathered, phrase: string, { verdict, balance, entities, published }: Weighed): void {
  gathered.articles++;
  gathered.leans[verdict.lean]++;
  gathered.pro += balance.pro;
  gathered.con += balance.con;
  count(gathered.phrases, phrase);
  for (const name of new Set(entities.map((entity) => entity.name))) count(gathered.names, name);
  const month = published?.slice(0, 7) ?? '';
  const of = gathered.months.get(month) ?? { articles: 0, pro: 0, con: 0 };
  of.articles++;
  if (verdict.lean === 'pro') of.pro++;
  if (verdict.lean === 'con') of.con++;
  gathered.months.set(month, of);
}

const count = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** Most frequent first; of equals, by code unit, so that the order of the records does not show. */
const ranked = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));

function summaryOf(key: string, { phrases, names, months, leans, articles, pro, con }: Gathered): IssueSummary {
  return {
    key,
    issue: ranked(phrases)[0]![0],
    articles,
    leans,
    pro,
    con,
    entities: ranked(names)
      .slice(0, MOST_ENTITIES)
      .map(([name, number]) => ({ name, articles: number })),
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, numbers]) => ({ month, ...numbers })),
  };
}
