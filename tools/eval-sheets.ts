/**
 * `npm run eval:sheets`: what a reader may expect of the Articles sheet, on the op-eds that the models of `train/roles` learn
 * from, each judged by models that have not seen it, with the issue that they find. Ten minutes of a core.
 */
import { readFileSync } from 'node:fs';
import { linkClauses } from '../src/3-annotate/link-clauses/link-clauses.ts';
import { markStance } from '../src/3-annotate/mark-stance/mark-stance.ts';
import { drawBalance } from '../src/4-decide/draw-balance/draw-balance.ts';
import { byExpectedOverlap } from '../src/4-decide/find-issue/expect-overlap.ts';
import { logitOf } from '../src/4-decide/reading/linear.ts';
import { readingOf } from '../src/4-decide/reading/reading.ts';
import { namesBothSides } from '../src/4-decide/take-roles/both-sides.ts';
import { choose, confidenceOf, readDecision } from '../src/4-decide/take-roles/decision.ts';
import { BOTH } from '../src/4-decide/take-roles/take-roles.ts';
import { takeVerdict } from '../src/4-decide/take-verdict/take-verdict.ts';
import { recordOf } from '../src/5-record/record-of.ts';
import { statedLean } from '../src/5-record/stated-lean.ts';
import { CLOSING } from '../src/5-record/tables/articles.ts';
import { mainPoint } from '../src/5-record/tables/main-point.ts';
import type { Article } from '../src/article/article.ts';
import type { Issue, SentenceRole } from '../src/article/layers.ts';
import { SHARED } from '../train/opeds.ts';
import { crossValidate, FOLDS, foldOf, type Unseen, wordModels } from '../train/roles/cross-validate.ts';
import { type GoldArticle, readGold } from '../train/roles/gold.ts';
import { type Finder, fitFinder, rankedOf } from '../train/roles/models.ts';
import { readAnnotations } from '../train/roles/read-annotations.ts';
import { readEssays } from '../train/roles/read-essays.ts';

const DECISION = readDecision(new URL('../src/4-decide/take-roles/decision.json', import.meta.url));
const ROLES = ['pro', 'con', 'none'] as const;

type Needed = 'blocks' | 'sentences' | 'roles' | 'voices' | 'issue' | 'verdict' | 'balance';

type Judged = Awaited<ReturnType<typeof judge>>;

const sets = { train: await readGold('train'), roles: await readGold('roles') };
const annotated = await readAnnotations();
const essays = await readEssays();
const gold = [...sets.train, ...sets.roles];
const all = [...gold, ...annotated, ...essays];
const { unseen } = crossValidate(all, essays.length, wordModels(all));
const finders = Array.from({ length: FOLDS }, (_, fold) => fitFinder(all.filter((_, i) => foldOf(i) !== fold)));
const judged = await Promise.all(unseen.map((one, i) => judge(one, finders[foldOf(i)]!)));

report('gold/train and gold/roles', judged.slice(0, gold.length));
report('train/roles/annotations.tsv', judged.slice(gold.length, gold.length + annotated.length));
report('train/roles/essays', judged.slice(gold.length + annotated.length));
console.log('conclusions, gold/train and gold/roles:');
conclusions([...verdictsOf('train', sets.train), ...verdictsOf('roles', sets.roles)]);

/** The record that the stages after the models would make of what they say. */
async function judge({ gold, found, issueOverlap, own }: Unseen, finder: Finder) {
  const reading = readingOf(gold.article, found, false);
  const roles = own.roles.map((probabilities, index): SentenceRole => {
    if (namesBothSides(reading.sentences[index]!.tokens)) return BOTH;
    const role = choose(DECISION, probabilities);
    return { role: ROLES[role]!, confidence: confidenceOf(DECISION, probabilities[role]!), because: [] };
  });
  const article = await decided(gold, { ...issueOf(gold, finder), phrase: found }, roles, own.pro);
  return { gold, issueOverlap, record: recordOf<Needed>(article, []) };
}

function issueOf(gold: GoldArticle, { words, phrases }: Finder): Issue {
  const scored = rankedOf(gold, words).map((one) => ({ ...one, score: logitOf(phrases, one.features) }));
  const confidence = byExpectedOverlap(scored)[0]?.expected ?? 0;
  return { phrase: null, span: null, confidence, alternatives: [], by: 'issue/ranked' };
}

async function decided({ article }: GoldArticle, issue: Issue, roles: readonly SentenceRole[], pro: number) {
  const skip = () => {};
  const marked = { ...article, ...(await markStance().run(article as Article<'attributions'> & typeof article, skip)) };
  const linked = { ...marked, ...(await linkClauses().run(marked, skip)), issue, roles };
  const verdict = await takeVerdict(() => ({ pro, because: [] })).run(linked, skip);
  return { ...linked, ...verdict, ...(await drawBalance().run(linked, skip)) };
}

function rightOf<T>(all: readonly T[], isRight: (one: T) => boolean): string {
  const right = all.filter(isRight).length;
  return `${right} of ${all.length} (${(right / Math.max(1, all.length)).toFixed(2)})`;
}

function report(name: string, articles: readonly Judged[]): void {
  console.log(`${name}: ${articles.length} op-eds`);
  const leanIsRight = ({ gold, record }: Judged) => record.verdict.lean === gold.lean;
  for (const lean of ['pro', 'con', 'unclear'] as const)
    console.log(
      `  lean ${lean}: right ${rightOf(
        articles.filter(({ record }) => statedLean(record.verdict) === lean),
        leanIsRight,
      )}`,
    );
  for (const side of ['pro', 'con'] as const) {
    const mains = articles.flatMap(({ gold, record }) => {
      const first = mainPoint(record, side)?.sentences[0];
      const role = first === undefined ? null : gold.roles[first];
      return role ? [role] : [];
    });
    console.log(`  main_${side}: right ${rightOf(mains, (role) => role === side || role === 'both')}`);
  }
  for (const [from, to] of [
    [0, 0.6],
    [0.6, 0.8],
    [0.8, 1.01],
  ] as const) {
    const some = articles.filter(({ record: { issue } }) => issue.confidence >= from && issue.confidence < to);
    console.log(
      `  issue_confidence ${from} to ${Math.min(to, 1)}: half its words right ${rightOf(some, ({ issueOverlap }) => issueOverlap >= 0.5)}`,
    );
  }
}

/** For each article of a set with its index there, the sentences in which the gold has the author come down. */
function verdictsOf(
  set: 'train' | 'roles',
  golds: readonly GoldArticle[],
): { readonly judged: Judged; readonly says: ReadonlySet<number> }[] {
  const from = set === 'train' ? 0 : sets.train.length;
  return golds.map(({ article }, i) => {
    const file = JSON.parse(readFileSync(`${SHARED}gold/${set}/${article.id}.json`, 'utf8')) as GoldFile;
    const spans = file.verdict.sentences.map((index) => file.sentences[index]!);
    const says = article.sentences.flatMap(({ start, end }, index) =>
      spans.some(
        (span) =>
          Math.min(end, span.end) - Math.max(start, span.start) > Math.min(end - start, span.end - span.start) / 2,
      )
        ? [index]
        : [],
    );
    return { judged: judged[from + i]!, says: new Set(says) };
  });
}

interface GoldFile {
  readonly verdict: { readonly sentences: readonly number[] };
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}

function conclusions(articles: ReturnType<typeof verdictsOf>): void {
  const holds = (name: string, some: typeof articles, pick: (record: Judged['record']) => readonly number[]) => {
    const picked = some
      .map(({ judged: { record }, says }) => ({ says, picked: pick(record) }))
      .filter((one) => one.picked.length > 0);
    console.log(
      `  ${name}: holds the gold's verdict ${rightOf(picked, (one) => one.picked.some((index) => one.says.has(index)))}`,
    );
  };
  const empty = articles.filter(({ judged: { record } }) => record.verdict.sentences.length === 0);
  holds('conclusion', articles, ({ verdict }) => verdict.sentences);
  holds('closing_words', articles, closing);
  holds('closing_words where conclusion is empty', empty, closing);
  holds(
    'last appeal of the balance where conclusion is empty',
    empty,
    ({ balance }) => balance.points.filter(({ evidence }) => evidence === 'appeal').at(-1)?.sentences ?? [],
  );
}

function closing({ sentences, blocks }: Judged['record']): number[] {
  const body = sentences.flatMap(({ block }, index) => (blocks[block]?.kind === 'paragraph' ? [index] : []));
  return body.slice(-CLOSING);
}
