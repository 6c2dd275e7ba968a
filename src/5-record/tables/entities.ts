import type { RecordEntity, RecordOf } from '../record.ts';
import { ofArticle } from './sentences.ts';
import { table } from './table.ts';
import { perThousand, wordsIn } from './words.ts';

const NEEDS = ['front', 'entities', 'profile'] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly entity: RecordEntity;
}

export const entities = table({
  name: 'entities',
  title: 'Entities',
  meaning: 'One person, organization, place or other thing that an article names.',
  needs: NEEDS,
  rows: (record): Row[] => record.entities.map((entity) => ({ record, entity })),
  columns: [
    ofArticle<Row>(),
    { header: 'title', meaning: 'Title of the article', type: 'text', value: ({ record }) => record.title, width: 36 },
    { header: 'entity_id', meaning: 'Id within the article', type: 'text', value: ({ entity }) => entity.id },
    {
      header: 'name',
      meaning: 'Name under which its mentions are counted',
      type: 'text',
      value: ({ entity }) => entity.name,
      width: 30,
    },
    {
      header: 'type',
      meaning: 'person, organization, place, group, law, event or work',
      type: 'text',
      value: ({ entity }) => entity.type,
      width: 13,
    },
    {
      header: 'mentions',
      meaning: 'How often it is named',
      type: 'integer',
      value: ({ entity }) => entity.mentions.length,
    },
    {
      header: 'mentions_per_1000',
      meaning: 'Mentions per 1,000 words of the article',
      type: 'rate',
      value: ({ record, entity }) => perThousand(entity.mentions.length, wordsIn(record)),
    },
    {
      header: 'descriptions',
      meaning: 'Roles and titles as the text gives them, separated by "; "',
      type: 'text',
      value: ({ entity }) => entity.descriptions.join('; '),
      width: 36,
    },
    {
      header: 'salience',
      meaning: 'How much the article is about it, from 0 to 1',
      type: 'share',
      value: ({ entity }) => entity.salience,
    },
  ],
});
