import { MARKER_KINDS } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
import { statedLean } from '../stated-lean.ts';
import { inShort } from './in-short.ts';
import { mainWords } from './main-point.ts';
import { type Column, table } from './table.ts';
import { authorsOf, lineOf, wordsIn } from './words.ts';

const NEEDS = [
  'front',
  'blocks',
  'sentences',
  'roles',
  'voices',
  'entities',
  'attributions',
  'issue',
  'verdict',
  'profile',
  'balance',
] as const;

type Row = RecordOf<(typeof NEEDS)[number]>;

const conclusionOf = ({ text, sentences, verdict }: Row): string =>
  verdict.sentences.map((index) => lineOf(text, sentences[index]!)).join(' ');

/** How many sentences close an article: where oped names no conclusion, the gold's stands among so many in 7 of 10. */
export const CLOSING = 3;

/** The last sentences of the body: whoever doubts the lean looks there first. */
const closingWords = ({ text, sentences, blocks }: Row): string =>
  sentences
    .filter(({ block }) => blocks[block]?.kind === 'paragraph')
    .slice(-CLOSING)
    .map((sentence) => lineOf(text, sentence))
    .join(' ');

/** Names enough to recognise an article by. */
const MAIN_NAMES = 5;

const mainNames = ({ entities }: Row): string =>
  [...entities]
    .sort((a, b) => b.salience - a.salience)
    .slice(0, MAIN_NAMES)
    .map(({ name }) => name)
    .join('; ');

const rates: Column<Row>[] = MARKER_KINDS.map((kind) => ({
  header: `${kind}_per_1000`,
  meaning: `Markers of kind ${kind} in the author's own voice, per 1,000 words of that voice`,
  type: 'rate',
  value: ({ profile }) => profile.author.kinds[kind].perThousand,
}));

export const articles = table({
  name: 'articles',
  title: 'Articles',
  meaning: 'One article.',
  wrap: true,
  frozen: 2,
  needs: NEEDS,
  rows: (record: Row) => [record],
  columns: [
    {
      header: 'article_id',
      meaning: 'The article: a hash of its text, the same wherever it was found; leads to its points in Balance',
      type: 'text',
      value: ({ id }) => id,
      width: 18,
      leadsTo: 'balance',
    },
    {
      header: 'title',
      meaning: 'Title, as the source or the text has it',
      type: 'text',
      value: (r) => r.title,
      width: 44,
    },
    {
      header: 'authors',
      meaning: 'Names of the authors, separated by "; "',
      type: 'text',
      value: authorsOf,
      width: 22,
    },
    {
      header: 'published',
      meaning: 'Day of publication, where the source says it',
      type: 'date',
      value: (r) => r.published,
    },
    {
      header: 'in_short',
      meaning:
        'In one line: the side the author takes and how many sentences speak for and against the issue, or that the side is unclear',
      type: 'text',
      value: inShort,
      width: 60,
    },
    {
      header: 'closing_words',
      meaning:
        'The last three sentences of the body: the author comes down there in 7 of 10 articles, whatever the lean says',
      type: 'text',
      value: closingWords,
      width: 60,
    },
    {
      header: 'conclusion',
      meaning: 'The sentences that oped takes for the author’s conclusion; empty when none says so outright',
      type: 'text',
      value: conclusionOf,
      width: 60,
    },
    {
      header: 'issue',
      meaning: 'The policy, project or proposition that the article weighs: pro means for it, con against it',
      type: 'text',
      value: ({ issue }) => issue.phrase,
      width: 36,
    },
    {
      header: 'lean',
      meaning:
        'Where the author comes down: pro or con where oped is sure enough to be right in about 8 of 10, else unclear; unknown where nothing is argued',
      type: 'side',
      value: ({ verdict }) => statedLean(verdict),
    },
    {
      header: 'main_pro',
      meaning: 'The point for the issue of which oped is surest',
      type: 'text',
      value: (r) => mainWords(r, 'pro'),
      width: 60,
    },
    {
      header: 'main_con',
      meaning: 'The point against it of which oped is surest',
      type: 'text',
      value: (r) => mainWords(r, 'con'),
      width: 60,
    },
    {
      header: 'pro',
      meaning: 'Sentences that speak for the issue',
      type: 'integer',
      value: ({ balance }) => balance.pro,
    },
    { header: 'con', meaning: 'Sentences that speak against it', type: 'integer', value: ({ balance }) => balance.con },
    { header: 'both', meaning: 'Sentences that do both', type: 'integer', value: ({ balance }) => balance.both },
    {
      header: 'main_names',
      meaning: `The ${MAIN_NAMES} names that the article is most about, separated by "; "`,
      type: 'text',
      value: mainNames,
      width: 36,
    },
    { header: 'section', meaning: 'Section or genre, as the source says it', type: 'text', value: (r) => r.section },
    { header: 'words', meaning: 'Words of the text', type: 'integer', value: wordsIn },
    {
      header: 'sentences',
      meaning: 'Sentences, headings and captions included',
      type: 'integer',
      value: (r) => r.sentences.length,
    },
    {
      header: 'attributions',
      meaning: 'Stretches reported as said or thought by someone else',
      type: 'integer',
      value: (r) => r.attributions.length,
    },
    {
      header: 'problems',
      meaning: 'Things a person should look at: see Problems',
      type: 'integer',
      value: (r) => r.problems.length,
    },
    { header: 'language', meaning: 'Language of the text (ISO 639-1)', type: 'text', value: (r) => r.language },
    {
      header: 'url',
      meaning: 'Web address of the article, where known',
      type: 'text',
      value: ({ source }) => source.url,
      address: ({ source }) => source.url,
      width: 30,
    },
    {
      header: 'source_path',
      meaning: 'File that the article was read from',
      type: 'text',
      value: (r) => r.source.path,
      width: 30,
    },
    {
      header: 'source_item',
      meaning: 'The id that the input gave the article',
      type: 'text',
      value: (r) => r.source.id,
    },
    { header: 'archive_item', meaning: 'Path inside an archive file', type: 'text', value: (r) => r.source.archive },
    { header: 'format', meaning: 'Format that was read', type: 'text', value: (r) => r.source.format },
    {
      header: 'issue_confidence',
      meaning: 'How sure oped is of the issue, from 0 to 1',
      type: 'share',
      value: ({ issue }) => issue.confidence,
    },
    {
      header: 'lean_guess',
      meaning:
        'The likeliest lean, however unsure: pro, con, balanced or unknown, as in records.jsonl; 7 of 10 are right, fewer in columns in the first person',
      type: 'side',
      value: ({ verdict }) => verdict.lean,
    },
    {
      header: 'lean_confidence',
      meaning: 'How sure oped is of lean_guess, from 0 to 1',
      type: 'share',
      value: ({ verdict }) => verdict.confidence,
    },
    {
      header: 'lean_strength',
      meaning: 'How the author puts the verdict: firm, plain or hedged',
      type: 'text',
      value: ({ verdict }) => verdict.strength,
    },
    ...rates,
  ],
});
