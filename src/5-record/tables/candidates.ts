import type { RecordOf } from '../record.ts';
import { ofArticle } from './sentences.ts';
import { table } from './table.ts';

const NEEDS = ['front', 'issue'] as const;

interface Row {
  readonly record: RecordOf<(typeof NEEDS)[number]>;
  readonly phrase: string;
  readonly confidence: number;
  readonly rank: number;
}

/** The issue that was chosen, then those that were not. */
function rowsOf(record: Row['record']): Row[] {
  const { phrase, confidence, alternatives } = record.issue;
  const chosen = phrase === null ? [] : [{ phrase, confidence }];
  return [...chosen, ...alternatives].map((candidate, index) => ({
    record,
    phrase: candidate.phrase,
    confidence: candidate.confidence,
    rank: index + 1 + (phrase === null ? 1 : 0),
  }));
}

export const candidates = table({
  name: 'candidates',
  title: 'Issue candidates',
  meaning: 'One candidate for what an article is about: rank 1 was chosen, the others were considered.',
  needs: NEEDS,
  rows: rowsOf,
  columns: [
    ofArticle<Row>(),
    { header: 'title', meaning: 'Title of the article', type: 'text', value: ({ record }) => record.title, width: 36 },
    { header: 'rank', meaning: '1 for the issue that was chosen', type: 'integer', value: ({ rank }) => rank },
    { header: 'issue', meaning: 'The candidate as a phrase', type: 'text', value: ({ phrase }) => phrase, width: 50 },
    {
      header: 'confidence',
      meaning: 'How sure oped is, from 0 to 1',
      type: 'share',
      value: ({ confidence }) => confidence,
    },
    {
      header: 'found_by',
      meaning: 'What chose it: given (by the user or the input) or a rule; empty for the others',
      type: 'text',
      value: ({ record, rank }) => (rank === 1 ? record.issue.by : null),
      width: 22,
    },
  ],
});
