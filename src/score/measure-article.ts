import type { OpedRecord } from '../5-record/record.ts';
import type { Span } from '../article/span.ts';
import { Counts } from './counts.ts';
import type { Gold } from './gold.ts';
import { jaccard, match, overlap } from './match.ts';

/** Compares one record with its gold file. What each measure means stands in docs/scoring.md. */
export function measureArticle(gold: Gold, record: OpedRecord): Counts {
  const counts = new Counts();
  const asked = (layer: string) => !gold.layers || gold.layers.includes(layer);
  if (asked('entities')) measureNames(gold, record, counts);
  if (asked('entities')) measureClusters(gold, record, counts);
  if (asked('markers')) measureMarkers(gold, record, counts);
  measureRoles(gold, record, counts);
  if (asked('attributions')) measureAttributions(gold, record, counts);
  counts.add('articles');
  counts.add('verdicts', Number(gold.verdict.lean === record.verdict.lean));
  counts.add('issueWords', sharedWords(gold.issue, record.issue.phrase));
  return counts;
}

/** The classes that other name finders have too. */
const CORE = new Set(['person', 'organization', 'place']);

function measureNames(gold: Gold, record: OpedRecord, counts: Counts): void {
  const found = record.entities.flatMap(({ type, mentions }) =>
    mentions.map(({ start, end }) => ({ start, end, type })),
  );
  const same = (a: Span & { type: string }, b: Span & { type: string }) =>
    Number(a.start === b.start && a.end === b.end && a.type === b.type);
  const labels = ({ type }: { readonly type: string }) => [
    ...['entities/all', `entities/${type}`],
    ...(CORE.has(type) ? ['entities/core'] : []),
  ];
  match({ gold: gold.entities, found, closeness: same, labels }, counts);
  const near = (a: Span & { type: string }, b: Span & { type: string }) => (a.type === b.type ? jaccard(a, b) : 0);
  match({ gold: gold.entities, found, closeness: near, labels: () => ['entities/overlap'] }, counts);
}

/** B-cubed over the mentions that were found exactly: do mentions of one thing stand together, and only they? */
function measureClusters(gold: Gold, { entities }: OpedRecord, counts: Counts): void {
  const canonical = new Map(gold.entities.map(({ start, end, canonical: name }) => [`${start}-${end}`, name]));
  const mentions = entities.flatMap((entity, cluster) =>
    entity.mentions.flatMap(({ start, end }) => {
      const name = canonical.get(`${start}-${end}`);
      return name === undefined ? [] : [{ cluster, name }];
    }),
  );
  for (const { cluster, name } of mentions) {
    const together = mentions.filter((other) => other.cluster === cluster);
    const alike = mentions.filter((other) => other.name === name);
    const both = together.filter((other) => other.name === name).length;
    counts.add('clusters:p', both / together.length);
    counts.add('clusters:r', both / alike.length);
    counts.add('clusters:n');
  }
}

function measureMarkers(gold: Gold, record: OpedRecord, counts: Counts): void {
  type Marked = Span & { readonly kind: string };
  const near = (a: Marked, b: Marked) => (a.kind === b.kind ? jaccard(a, b) : 0);
  const labels = ({ kind }: Marked) => ['markers/all', `markers/${kind}`];
  match<Marked, Marked>({ gold: gold.markers, found: record.markers, closeness: near, labels }, counts);
  const same = (a: Marked, b: Marked) => Number(a.kind === b.kind && a.start === b.start && a.end === b.end);
  match<Marked, Marked>(
    { gold: gold.markers, found: record.markers, closeness: same, labels: () => ['markers/exact'] },
    counts,
  );
}

const JUDGED = ['pro', 'con', 'none'] as const;

/** A gold sentence takes the role of the record's sentence that covers most of it; gold `both` is left out. */
function measureRoles(gold: Gold, { sentences }: OpedRecord, counts: Counts): void {
  let sides = 0;
  let right = 0;
  for (const sentence of gold.sentences) {
    if (sentence.role === 'both') continue;
    const { role, voice } = covering(sentences, sentence) ?? { role: 'none', voice: 'author' };
    for (const label of JUDGED) {
      if (sentence.role === label) counts.add(`roles/${label}:${role === label ? 'tp' : 'fn'}`);
      else if (role === label) counts.add(`roles/${label}:fp`);
    }
    if (sentence.role !== 'none' && (role === 'pro' || role === 'con')) {
      sides++;
      right += Number(role === sentence.role);
    }
    if (sentence.voice === 'other') counts.add('voices');
    if (sentence.voice === 'other' && voice === 'other') counts.add('voicesRight');
  }
  counts.add('sides', sides);
  counts.add('sidesRight', right);
  // An issue put the other way round turns every side: do they at least hold together?
  counts.add('sidesCoherent', Math.max(right, sides - right));
}

function covering<S extends Span>(sentences: readonly S[], sentence: Span): S | null {
  let best: S | null = null;
  for (const one of sentences) {
    if (overlap(one, sentence) > (best ? overlap(best, sentence) : 0)) best = one;
  }
  return best;
}

/** What is reported must overlap by half; `sourced` also needs the speaker. */
function measureAttributions(gold: Gold, { attributions }: OpedRecord, counts: Counts): void {
  type Reported = { readonly source: Span | null; readonly content: Span };
  const half = (a: Reported, b: Reported) => (jaccard(a.content, b.content) >= 0.5 ? jaccard(a.content, b.content) : 0);
  match<Reported, Reported>(
    { gold: gold.attributions, found: attributions, closeness: half, labels: () => ['attributions/content'] },
    counts,
  );
  const sourced = (list: readonly Reported[]) => list.filter(({ source }) => source !== null);
  const spoken = (a: Reported, b: Reported) => (overlap(a.source!, b.source!) > 0 ? half(a, b) : 0);
  match<Reported, Reported>(
    {
      gold: sourced(gold.attributions),
      found: sourced(attributions),
      closeness: spoken,
      labels: () => ['attributions/sourced'],
    },
    counts,
  );
}

const LITTLE = new Set(['the', 'a', 'an', 'of', 'to', 'and', 'in', 'for', 'on', 'by', 'its', 'their']);

const wordsOf = (phrase: string | null): Set<string> =>
  new Set(
    (phrase ?? '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !LITTLE.has(word)) ?? [],
  );

/** Dice's coefficient of the words of two phrases, articles and prepositions aside, to three decimals. */
function sharedWords(a: string | null, b: string | null): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return Math.round(((2 * shared) / (left.size + right.size) || 0) * 1000) / 1000;
}
