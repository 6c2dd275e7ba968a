import type { Point } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { pointWords } from './main-point.ts';
import { table } from './table.ts';
import { whoseOf } from './whose.ts';
import { lineOf } from './words.ts';

const NEEDS = [
  'front',
  'blocks',
  'sentences',
  'roles',
  'voices',
  'entities',
  'issue',
  'conditions',
  'verdict',
  'balance',
] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly point: Point;
  /** Counted from 1 within the article. */
  readonly number: number;
}

const STRENGTH = { '-1': 'weak', '0': 'plain', '1': 'strong' } as const;

export const strengthOf = (strength: -1 | 0 | 1): string => STRENGTH[`${strength}`];

const conditionOf = ({ record, point }: Row): string | null =>
  point.condition === null ? null : lineOf(record.text, record.conditions[point.condition]!.antecedent);

const sure = ({ record, point }: Row): number =>
  point.sentences.reduce((least, index) => Math.min(least, record.sentences[index]!.confidence), 1);

export const balance = table({
  name: 'balance',
  title: 'Balance',
  meaning:
    'One point of an article for or against its issue, in the order of the text: a sentence, or several that say the same.',
  wrap: true,
  needs: NEEDS,
  rows: (record): Row[] => record.balance.points.map((point, index) => ({ record, point, number: index + 1 })),
  columns: [
    {
      header: 'article_id',
      meaning: 'The article; leads to its row in Articles',
      type: 'text',
      value: ({ record }) => record.id,
      width: 18,
      leadsTo: 'articles',
    },
    { header: 'title', meaning: 'Title of the article', type: 'text', value: ({ record }) => record.title, width: 36 },
    {
      header: 'issue',
      meaning: 'What the point is for or against',
      type: 'text',
      value: (r) => r.record.issue.phrase,
      width: 36,
    },
    {
      header: 'number',
      meaning: 'Counted from 1 within the article, in the order of the text',
      type: 'integer',
      value: (r) => r.number,
    },
    {
      header: 'side',
      meaning: 'pro: for the issue; con: against it; both',
      type: 'side',
      value: ({ point }) => point.side,
    },
    {
      header: 'point',
      meaning: 'The point in the words of the article; […] where sentences that say it again stand further on',
      type: 'text',
      value: ({ record, point }) => pointWords(record, point),
      width: 90,
    },
    {
      header: 'times_said',
      meaning: 'In how many sentences it is said: more than 1 where later ones restate it',
      type: 'integer',
      value: ({ point }) => point.sentences.length,
    },
    {
      header: 'whose',
      meaning:
        'Who makes the point: the author, the one it is credited to, or, where it is quoted or reported and nobody is named, "quoted, speaker unclear" or "reported, speaker unclear"',
      type: 'text',
      value: ({ record, point }) => whoseOf(record, point),
      width: 24,
    },
    {
      header: 'only_if',
      meaning: 'The condition under which the point holds, where the article sets one',
      type: 'text',
      value: conditionOf,
      width: 30,
    },
    {
      header: 'strength',
      meaning: 'How it is put: weak (hedged), plain or strong (boosted)',
      type: 'text',
      value: ({ point }) => strengthOf(point.strength),
    },
    {
      header: 'evidence',
      meaning: 'What backs it: statistic, testimony, anecdote, example, appeal, consequence, or assertion (nothing)',
      type: 'text',
      value: ({ point }) => point.evidence,
      width: 13,
    },
    {
      header: 'in_verdict',
      meaning: 'Whether the author’s verdict is said here',
      type: 'flag',
      value: ({ record, point }) => point.sentences.some((index) => record.verdict.sentences.includes(index)),
    },
    { header: 'confidence', meaning: 'How sure oped is of the side, from 0 to 1', type: 'share', value: sure },
    {
      header: 'sentences',
      meaning: 'Numbers of its sentences in Sentences, separated by "; "',
      type: 'text',
      value: ({ point }) => point.sentences.map((index) => index + 1).join('; '),
    },
    {
      header: 'voice',
      meaning: 'author, or other when it is reported as someone else’s',
      type: 'text',
      value: (r) => r.point.voice,
    },
  ],
});
