import type { Marker } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { strengthOf } from './balance.ts';
import { ofArticle } from './sentences.ts';
import { table } from './table.ts';
import { contextOf, lineOf, sentenceAt } from './words.ts';

const NEEDS = ['sentences', 'roles', 'voices', 'markers'] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly marker: Marker;
  readonly sentence: number;
}

export const markers = table({
  name: 'markers',
  title: 'Markers',
  meaning: 'One stance marker: the words by which a voice hedges, insists, judges, turns to the reader and so on.',
  needs: NEEDS,
  rows: (record): Row[] =>
    record.markers.map((marker) => ({ record, marker, sentence: sentenceAt(record.sentences, marker.start) })),
  columns: [
    ofArticle<Row>(),
    {
      header: 'kind',
      meaning: 'hedge, booster, attitude, self_mention, engagement, attribution, concession or obligation',
      type: 'text',
      value: ({ marker }) => marker.kind,
      width: 13,
    },
    {
      header: 'text',
      meaning: 'The marker as it stands',
      type: 'text',
      value: (r) => lineOf(r.record.text, r.marker),
      width: 24,
    },
    {
      header: 'context',
      meaning: 'The words around it, itself in ⟨ ⟩',
      type: 'text',
      value: ({ record, marker, sentence }) => contextOf(record.text, marker, record.sentences[sentence] ?? marker),
      width: 70,
    },
    {
      header: 'strength',
      meaning: 'weak, plain or strong',
      type: 'text',
      value: ({ marker }) => strengthOf(marker.strength),
    },
    {
      header: 'voice',
      meaning: 'author, or other inside what someone else says',
      type: 'text',
      value: ({ marker }) => marker.voice,
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
      value: (r) => r.marker.start,
    },
    {
      header: 'end',
      meaning: 'Where it ends: the first position after it',
      type: 'integer',
      value: (r) => r.marker.end,
    },
    {
      header: 'found_by',
      meaning: 'The rule or model that found it',
      type: 'text',
      value: ({ marker }) => marker.by,
      width: 22,
    },
  ],
});
