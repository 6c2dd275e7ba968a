import type { IssueMonth, IssueSummary } from '../issue-tally.ts';
import type { TableShape } from './table.ts';

/** "2004-05: 3 pro, 1 con". */
function monthOf({ month, articles, pro, con }: IssueMonth): string {
  const counts = Object.entries({ pro, con, neither: articles - pro - con }).filter(([, count]) => count > 0);
  return `${month || 'undated'}: ${counts.map(([lean, count]) => `${count} ${lean}`).join(', ')}`;
}

/** Dated months only. */
const months = ({ months: all }: IssueSummary): IssueMonth[] => all.filter(({ month }) => month !== '');

/** How an archive's issues moved: not a view of one record, but of all of them. */
export const issues: TableShape<IssueSummary> = {
  name: 'issues',
  title: 'Issues',
  meaning:
    'One issue of the archive: articles whose issues have the same head nouns (docs/spreadsheet.md says by which rule).',
  wrap: true,
  columns: [
    {
      header: 'issue',
      meaning: 'The phrase that most of its articles use',
      type: 'text',
      value: ({ issue }) => issue,
      width: 44,
    },
    { header: 'articles', meaning: 'Articles that weigh it', type: 'integer', value: ({ articles }) => articles },
    {
      header: 'lean_guess_pro',
      meaning: 'Articles whose lean_guess is pro',
      type: 'integer',
      value: ({ leans }) => leans.pro,
    },
    {
      header: 'lean_guess_con',
      meaning: 'Articles whose lean_guess is con; the others are balanced or unknown',
      type: 'integer',
      value: ({ leans }) => leans.con,
    },
    {
      header: 'pro_sentences',
      meaning: 'Sentences for it, over all its articles',
      type: 'integer',
      value: ({ pro }) => pro,
    },
    {
      header: 'con_sentences',
      meaning: 'Sentences against it, over all its articles',
      type: 'integer',
      value: ({ con }) => con,
    },
    {
      header: 'most_named',
      meaning: 'The 5 names that most of its articles have, with how many articles; of equals, the more often named',
      type: 'text',
      value: ({ entities }) => entities.map(({ name, articles }) => `${name} (${articles})`).join('; '),
      width: 50,
    },
    {
      header: 'first_month',
      meaning: 'Month of its first dated article, YYYY-MM',
      type: 'text',
      value: (row) => months(row)[0]?.month ?? null,
    },
    {
      header: 'last_month',
      meaning: 'Month of its last dated article, YYYY-MM',
      type: 'text',
      value: (row) => months(row).at(-1)?.month ?? null,
    },
    {
      header: 'by_month',
      meaning: 'How many articles of a month have which lean_guess, in order of time; those without a date come last',
      type: 'text',
      value: ({ months: all }) => all.map(monthOf).join('; '),
      width: 50,
    },
    {
      header: 'issue_key',
      meaning: 'What its articles have in common: the head nouns of their phrases',
      type: 'text',
      value: ({ key }) => key,
      width: 24,
    },
  ],
};
