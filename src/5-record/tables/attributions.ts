import type { Attribution } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { ofArticle } from './sentences.ts';
import { table } from './table.ts';
import { lineOf, nameOf, sentenceAt } from './words.ts';

const NEEDS = ['sentences', 'roles', 'voices', 'entities', 'attributions'] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly attribution: Attribution;
}

export const attributions = table({
  name: 'attributions',
  title: 'Attributions',
  meaning: 'One stretch reported as said, written or thought by someone other than the author.',
  needs: NEEDS,
  rows: (record): Row[] => record.attributions.map((attribution) => ({ record, attribution })),
  columns: [
    ofArticle<Row>(),
    {
      header: 'speaker',
      meaning: 'The entity that speaks, where it is one',
      type: 'text',
      value: ({ record, attribution }) => nameOf(record.entities, attribution.source?.entity ?? null),
      width: 26,
    },
    {
      header: 'speaker_text',
      meaning: 'The words that name the speaker; empty when nobody is named',
      type: 'text',
      value: ({ record, attribution: { source } }) => source && lineOf(record.text, source),
      width: 26,
    },
    {
      header: 'cue',
      meaning: 'The reporting words, such as "argued"',
      type: 'text',
      value: ({ record, attribution: { cue } }) => cue && lineOf(record.text, cue),
      width: 18,
    },
    {
      header: 'content',
      meaning: 'What is reported',
      type: 'text',
      value: (r) => lineOf(r.record.text, r.attribution.content),
      width: 90,
    },
    {
      header: 'kind',
      meaning: 'direct (quoted), indirect, mixed, or label (a word or two in quotation marks)',
      type: 'text',
      value: ({ attribution }) => attribution.kind,
    },
    {
      header: 'sentence',
      meaning: 'Number of the sentence in which the content starts, from 1',
      type: 'integer',
      value: ({ record, attribution }) => sentenceAt(record.sentences, attribution.content.start) + 1,
    },
    {
      header: 'start',
      meaning: 'Where the content starts, in UTF-16 code units from 0',
      type: 'integer',
      value: (r) => r.attribution.content.start,
    },
    {
      header: 'end',
      meaning: 'Where it ends: the first position after it',
      type: 'integer',
      value: (r) => r.attribution.content.end,
    },
    {
      header: 'found_by',
      meaning: 'The rule or model that found it',
      type: 'text',
      value: ({ attribution }) => attribution.by,
      width: 22,
    },
  ],
});
