import type { ProblemLine } from '../problem-line.ts';
import type { TableShape } from './table.ts';

/** Not a view of records: documents of which no record came are here too. */
export const problems: TableShape<ProblemLine> = {
  name: 'problems',
  title: 'Problems',
  meaning: 'Something about one document that a person should look at.',
  columns: [
    { header: 'source_path', meaning: 'File that was read', type: 'text', value: ({ path }) => path, width: 40 },
    {
      header: 'source_item',
      meaning: 'The id that the input gave the document',
      type: 'text',
      value: ({ item }) => item,
    },
    { header: 'archive_item', meaning: 'Path inside an archive file', type: 'text', value: ({ archive }) => archive },
    {
      header: 'article_id',
      meaning: 'The article; empty when none came of the document',
      type: 'text',
      value: ({ article }) => article,
      width: 18,
    },
    { header: 'stage', meaning: 'The step that found it', type: 'text', value: ({ stage }) => stage, width: 18 },
    { header: 'code', meaning: 'Its kind, to filter by', type: 'text', value: ({ code }) => code, width: 24 },
    {
      header: 'message',
      meaning: 'What it is, in a sentence',
      type: 'text',
      value: ({ message }) => message,
      width: 80,
    },
  ],
};
