import type { Point } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { table } from './table.ts';
import { authorsOf, lineOf, nameOf } from './words.ts';

const NEEDS = ['front', 'sentences', 'roles', 'voices', 'entities', 'issue', 'conditions', 'balance'] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly point: Point;
  /** Counted from 1 within the article and side. */
  readonly number: number;
}

/** For, then against, then both: the order in which a balance sheet is read. */
const SIDES = ['pro', 'con', 'both'] as const;

const STRENGTH = { '-1': 'weak', '0': 'plain', '1': 'strong' } as const;

export const strengthOf = (strength: -1 | 0 | 1): string => STRENGTH[`${strength}`];

const conditionOf = ({ record, point }: Row): string | null =>
  point.condition === null ? null : lineOf(record.text, record.conditions[point.condition]!.antecedent);

const whose = ({ record, point }: Row): string =>
  nameOf(record.entities, point.holder) ??
  (point.voice === 'author' ? authorsOf(record) || 'the author' : 'someone else');

const sure = ({ record, point }: Row): number =>
  point.sentences.reduce((least, index) => Math.min(least, record.sentences[index]!.confidence), 1);

export const balance = table({
  name: 'balance',
  title: 'Balance',
  meaning: 'One point of an article for or against its issue: a sentence, or several that make one point.',
  wrap: true,
  needs: NEEDS,
  rows: (record): Row[] =>
    SIDES.flatMap((side) =>
      record.balance.points
        .filter((point) => point.side === side)
        .map((point, index) => ({ record, point, number: index + 1 })),
    ),
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
      header: 'side',
      meaning: 'pro: for the issue; con: against it; both',
      type: 'side',
      value: ({ point }) => point.side,
    },
    {
      header: 'number',
      meaning: 'Counted from 1 within the article and side',
      type: 'integer',
      value: (r) => r.number,
    },
    {
      header: 'point',
      meaning: 'The point in the words of the article',
      type: 'text',
      value: ({ record, point }) => point.sentences.map((i) => lineOf(record.text, record.sentences[i]!)).join(' '),
      width: 90,
    },
    {
      header: 'whose',
      meaning: 'Who makes the point: the author or the one it is credited to',
      type: 'text',
      value: whose,
      width: 24,
    },
    {
      header: 'voice',
      meaning: 'author, or other when it is reported as someone else’s',
      type: 'text',
      value: (r) => r.point.voice,
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
    { header: 'confidence', meaning: 'How sure oped is of the side, from 0 to 1', type: 'share', value: sure },
    {
      header: 'sentences',
      meaning: 'Numbers of its sentences in Sentences, separated by "; "',
      type: 'text',
      value: ({ point }) => point.sentences.map((index) => index + 1).join('; '),
    },
  ],
});
