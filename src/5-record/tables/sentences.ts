import type { RecordOf, RecordSentence } from '../record.ts';
import { type Column, table } from './table.ts';
import { lineOf, nameOf } from './words.ts';

const NEEDS = ['blocks', 'sentences', 'roles', 'voices', 'entities', 'verdict'] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly sentence: RecordSentence;
  readonly index: number;
}

const holderOf = ({ record: { entities, text }, sentence: { holder, holderSpan } }: Row): string | null =>
  nameOf(entities, holder) ?? (holderSpan && lineOf(text, holderSpan));

/** Which article a row belongs to, with the way back to it. */
export const ofArticle = <R extends { readonly record: { readonly id: string } }>(): Column<R> => ({
  header: 'article_id',
  meaning: 'The article; leads to its row in Articles',
  type: 'text',
  value: ({ record }) => record.id,
  width: 18,
  leadsTo: 'articles',
});

export const sentences = table({
  name: 'sentences',
  title: 'Sentences',
  meaning: 'One sentence, heading, byline or caption, in the order of the text.',
  needs: NEEDS,
  rows: (record): Row[] => record.sentences.map((sentence, index) => ({ record, sentence, index })),
  columns: [
    ofArticle<Row>(),
    { header: 'sentence', meaning: 'Number in the article, from 1', type: 'integer', value: ({ index }) => index + 1 },
    {
      header: 'block',
      meaning: 'What it stands in: title, heading, byline, caption, paragraph, quote or item',
      type: 'text',
      value: ({ record, sentence }) => record.blocks[sentence.block]?.kind ?? null,
    },
    {
      header: 'text',
      meaning: 'Its words',
      type: 'text',
      value: ({ record, sentence }) => lineOf(record.text, sentence),
      width: 90,
    },
    {
      header: 'role',
      meaning: 'Toward the issue: pro (for), con (against), both or none',
      type: 'side',
      value: ({ sentence }) => sentence.role,
    },
    {
      header: 'confidence',
      meaning: 'How sure oped is of the role, from 0 to 1',
      type: 'share',
      value: (r) => r.sentence.confidence,
    },
    {
      header: 'because',
      meaning: 'The rules, cues or model features that decided the role, separated by "; "',
      type: 'text',
      value: ({ sentence }) => sentence.because.join('; '),
      width: 30,
    },
    {
      header: 'voice',
      meaning: 'author, or other when it is reported as someone else’s',
      type: 'text',
      value: (r) => r.sentence.voice,
    },
    {
      header: 'holder',
      meaning: 'Whose point it is, where another is named',
      type: 'text',
      value: holderOf,
      width: 22,
    },
    {
      header: 'in_verdict',
      meaning: 'Whether the author’s verdict is said here',
      type: 'flag',
      value: ({ record, index }) => record.verdict.sentences.includes(index),
    },
    {
      header: 'start',
      meaning: 'Where it starts in the text, in UTF-16 code units from 0',
      type: 'integer',
      value: (r) => r.sentence.start,
    },
    {
      header: 'end',
      meaning: 'Where it ends: the first position after it',
      type: 'integer',
      value: (r) => r.sentence.end,
    },
  ],
});
