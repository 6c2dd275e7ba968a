import { ENTITY_TYPES, EVIDENCE_KINDS, MARKER_KINDS, type Voice } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { type Column, table } from './table.ts';
import { authorsOf, perThousand, wordsIn } from './words.ts';

const NEEDS = [
  'front',
  'sentences',
  'roles',
  'voices',
  'entities',
  'attributions',
  'expressions',
  'concessions',
  'conditions',
  'issue',
  'verdict',
  'profile',
  'balance',
] as const;

type Row = RecordOf<(typeof NEEDS)[number]>;

const ROLES = ['pro', 'con', 'both', 'none'] as const;
const REPORTS = ['direct', 'indirect', 'mixed', 'label'] as const;
const NUMBERS = ['date', 'money', 'percent', 'number'] as const;

const count = (header: string, meaning: string, value: (row: Row) => number): Column<Row> => ({
  header,
  meaning,
  type: 'integer',
  value,
});

/** A count and its rate, side by side. */
const rated = (header: string, meaning: string, value: (row: Row) => number): Column<Row>[] => [
  count(header, meaning, value),
  {
    header: `${header}_per_1000`,
    meaning: `${meaning}, per 1,000 words`,
    type: 'rate',
    value: (row) => perThousand(value(row), wordsIn(row)),
  },
];

const VOICES: Record<Voice, string> = { author: 'the author’s own voice', other: 'voices that are reported' };

const marked = (voice: Voice): Column<Row>[] =>
  MARKER_KINDS.flatMap((kind) => [
    count(`${voice}_${kind}`, `Markers of kind ${kind} in ${VOICES[voice]}`, (r) => r.profile[voice].kinds[kind].count),
    {
      header: `${voice}_${kind}_per_1000`,
      meaning: `Markers of kind ${kind} in ${VOICES[voice]}, per 1,000 words of them`,
      type: 'rate' as const,
      value: (r: Row) => r.profile[voice].kinds[kind].perThousand,
    },
  ]);

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1e4) / 1e4);

/** The wide sheet that text-analysis programs write: one row an article, one column a measure. */
export const measures = table({
  name: 'measures',
  title: 'Measures',
  meaning: 'One article, every measure a column: counts, and rates per 1,000 words.',
  frozen: 2,
  needs: NEEDS,
  rows: (record: Row) => [record],
  columns: [
    {
      header: 'article_id',
      meaning: 'The article',
      type: 'text',
      value: ({ id }) => id,
      width: 18,
      leadsTo: 'articles',
    },
    { header: 'title', meaning: 'Title of the article', type: 'text', value: ({ title }) => title, width: 36 },
    { header: 'authors', meaning: 'Names of the authors', type: 'text', value: authorsOf, width: 22 },
    { header: 'published', meaning: 'Day of publication', type: 'date', value: ({ published }) => published },
    {
      header: 'lean_guess',
      meaning: 'The likeliest lean, however unsure; see Articles',
      type: 'side',
      value: ({ verdict }) => verdict.lean,
    },
    count('words', 'Words of the text', wordsIn),
    count('author_words', 'Words in the author’s own voice', ({ profile }) => profile.author.words),
    count('other_words', 'Words in voices that are reported', ({ profile }) => profile.other.words),
    count('sentences', 'Sentences, headings and captions included', (row) => row.sentences.length),
    {
      header: 'words_per_sentence',
      meaning: 'Mean length of a sentence in words',
      type: 'number',
      value: (row) => (row.sentences.length === 0 ? 0 : Math.round((wordsIn(row) / row.sentences.length) * 100) / 100),
    },
    ...ROLES.map((role) =>
      count(`role_${role}`, `Sentences with role ${role}`, (r) => r.sentences.filter((s) => s.role === role).length),
    ),
    {
      header: 'pro_share',
      meaning: 'Share of pro among the pro and con sentences, from 0 to 1',
      type: 'share',
      value: ({ balance: { pro, con } }) => share(pro, pro + con),
    },
    count('points', 'Points of the balance sheet', ({ balance }) => balance.points.length),
    count('points_of_others', 'Points credited to someone else', ({ balance }) =>
      balance.points.reduce((sum, { voice }) => sum + (voice === 'other' ? 1 : 0), 0),
    ),
    ...EVIDENCE_KINDS.map((kind) =>
      count(`evidence_${kind}`, `Points backed by ${kind}`, ({ balance }) =>
        balance.points.reduce((sum, { evidence }) => sum + (evidence === kind ? 1 : 0), 0),
      ),
    ),
    ...marked('author'),
    ...marked('other'),
    ...ENTITY_TYPES.flatMap((type) =>
      rated(`mentions_${type}`, `Mentions of names of type ${type}`, ({ entities }) =>
        entities.reduce((sum, entity) => sum + (entity.type === type ? entity.mentions.length : 0), 0),
      ),
    ),
    count('entities', 'Different things that are named', ({ entities }) => entities.length),
    ...REPORTS.flatMap((kind) =>
      rated(`attributions_${kind}`, `Attributions of kind ${kind}`, ({ attributions }) =>
        attributions.reduce((sum, attribution) => sum + (attribution.kind === kind ? 1 : 0), 0),
      ),
    ),
    ...NUMBERS.flatMap((kind) =>
      rated(`expressions_${kind}`, `Expressions of kind ${kind}`, ({ expressions }) =>
        expressions.reduce((sum, expression) => sum + (expression.kind === kind ? 1 : 0), 0),
      ),
    ),
    ...rated(
      'linked_concessions',
      'Concessions with what is granted and what is asserted',
      (r) => r.concessions.length,
    ),
    ...rated('linked_conditions', 'Conditions with if and then', ({ conditions }) => conditions.length),
  ],
});
