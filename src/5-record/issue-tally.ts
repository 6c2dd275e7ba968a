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
  /** With the number of articles that name them, most first; of equals, the one with more mentions. */
  readonly entities: readonly { readonly name: string; readonly articles: number }[];
  /** `YYYY-MM` in order; articles without a date are under '', last. */
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
  readonly names: Map<string, Named>;
  readonly months: Map<string, { articles: number; pro: number; con: number }>;
  readonly leans: Record<Lean, number>;
  articles: number;
  pro: number;
  con: number;
}

interface Named {
  articles: number;
  mentions: number;
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
        .sort((a, b) => b.articles - a.articles || byCode(a.key, b.key)),
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
  for (const [name, mentions] of mentionsOf(entities)) {
    const of = gathered.names.get(name) ?? { articles: 0, mentions: 0 };
    gathered.names.set(name, { articles: of.articles + 1, mentions: of.mentions + mentions });
  }
  const month = published?.slice(0, 7) ?? '';
  const of = gathered.months.get(month) ?? { articles: 0, pro: 0, con: 0 };
  of.articles++;
  if (verdict.lean === 'pro') of.pro++;
  if (verdict.lean === 'con') of.con++;
  gathered.months.set(month, of);
}

/** Two things of one name are one name here. */
function mentionsOf(entities: Weighed['entities']): Map<string, number> {
  const mentions = new Map<string, number>();
  for (const entity of entities) mentions.set(entity.name, (mentions.get(entity.name) ?? 0) + entity.mentions.length);
  return mentions;
}

const count = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** By code unit, so that neither the order of the records nor a locale shows. */
const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

function summaryOf(key: string, { phrases, names, months, leans, articles, pro, con }: Gathered): IssueSummary {
  return {
    key,
    issue: [...phrases].sort(([a, x], [b, y]) => y - x || byCode(a, b))[0]![0],
    articles,
    leans,
    pro,
    con,
    entities: [...names]
      .sort(([a, x], [b, y]) => y.articles - x.articles || y.mentions - x.mentions || byCode(a, b))
      .slice(0, MOST_ENTITIES)
      .map(([name, of]) => ({ name, articles: of.articles })),
    months: [...months]
      .sort(([a], [b]) => Number(!a) - Number(!b) || byCode(a, b))
      .map(([month, of]) => ({ month, ...of })),
  };
}
