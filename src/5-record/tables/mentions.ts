import type { Span } from '../../article/span.ts';
import type { RecordEntity, RecordOf } from '../record.ts';
import { ofArticle } from './sentences.ts';
import { table } from './table.ts';
import { contextOf, lineOf, sentenceAt } from './words.ts';

const NEEDS = ['sentences', 'roles', 'voices', 'entities'] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly entity: RecordEntity;
  readonly mention: Span & { readonly by: string };
  readonly sentence: number;
}

const rowsOf = (record: Row['record']): Row[] =>
  record.entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start)
    .map((row) => ({ ...row, record, sentence: sentenceAt(record.sentences, row.mention.start) }));

export const mentions = table({
  name: 'mentions',
  title: 'Mentions',
  meaning: 'One place where an entity is named, in the order of the text.',
  needs: NEEDS,
  rows: rowsOf,
  columns: [
    ofArticle<Row>(),
    { header: 'entity_id', meaning: 'Which entity of the article', type: 'text', value: ({ entity }) => entity.id },
    { header: 'name', meaning: 'Name of the entity', type: 'text', value: ({ entity }) => entity.name, width: 30 },
    { header: 'type', meaning: 'Type of the entity', type: 'text', value: ({ entity }) => entity.type, width: 13 },
    {
      header: 'text',
      meaning: 'The words that name it here',
      type: 'text',
      value: (r) => lineOf(r.record.text, r.mention),
      width: 30,
    },
    {
      header: 'context',
      meaning: 'The words around it, itself in ⟨ ⟩',
      type: 'text',
      value: ({ record, mention, sentence }) => contextOf(record.text, mention, record.sentences[sentence] ?? mention),
      width: 70,
    },
    {
      header: 'sentence',
      meaning: 'Number of the sentence, from 1',
      type: 'integer',
      value: ({ sentence }) => sentence + 1,
    },
    {
      header: 'start',
      meaning: 'Where it starts in the text, in UTF-16 code units from 0',
      type: 'integer',
      value: (r) => r.mention.start,
    },
    {
      header: 'end',
      meaning: 'Where it ends: the first position after it',
      type: 'integer',
      value: (r) => r.mention.end,
    },
    {
      header: 'found_by',
      meaning: 'The rule or model that found it',
      type: 'text',
      value: ({ mention }) => mention.by,
      width: 22,
    },
  ],
});
