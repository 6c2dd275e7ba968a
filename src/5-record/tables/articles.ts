import type { Lean, Point } from '../../article/layers.ts';
import { MARKER_KINDS } from '../../article/layers.ts';
import type { RecordOf } from '../record.ts';
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

const STAND: Record<Lean, string> = {
  pro: 'Speaks for',
  con: 'Speaks against',
  balanced: 'Weighs both sides of',
  unknown: 'Takes no side that oped could find on',
};

/** Below even odds an issue is called a guess. */
const GUESS = 0.5;

/** Below this confidence the side is called unclear: of the sample's articles below it, two of eight leans are right. */
const CLEAR = 0.8;

/** How a lean that is not clear is put: so that a row read alone promises no more than is known. */
const UNCLEAR: Record<Lean, string> = {
  pro: 'Side unclear, perhaps for',
  con: 'Side unclear, perhaps against',
  balanced: 'Perhaps weighs both sides of',
  unknown: STAND.unknown,
};

function inShort({ issue, verdict, balance: { pro, con } }: Row): string {
  const stand = (verdict.confidence >= CLEAR ? STAND : UNCLEAR)[verdict.lean];
  const named = issue.phrase === null ? 'an issue that oped could not name' : `“${issue.phrase}”`;
  const guess = issue.phrase !== null && issue.confidence < GUESS ? ', which is a guess at the issue' : '';
  return `${stand} ${named}${guess}: ${pro} ${pro === 1 ? 'sentence' : 'sentences'} for it, ${con} against`;
}

const conclusionOf = ({ text, sentences, verdict }: Row): string =>
  verdict.sentences.map((index) => lineOf(text, sentences[index]!)).join(' ');

/** How many sentences close an article, where its author often comes down. */
const CLOSING = 2;

/** The last sentences of the body: whoever doubts the lean looks there first. */
const closingWords = ({ text, sentences, blocks }: Row): string =>
  sentences
    .filter(({ block }) => blocks[block]?.kind === 'paragraph')
    .slice(-CLOSING)
    .map((sentence) => lineOf(text, sentence))
    .join(' ');

/**
 * The side's point that carries most: the strongest claim, then the one the most sentences stand behind, then the first.
 * A heading and what the conclusion says already are no points of their own, unless there are no others.
 */
function mainPoint({ text, sentences, blocks, balance, verdict }: Row, side: Point['side']): string | null {
  const said = (index: number): boolean =>
    verdict.sentences.includes(index) || blocks[sentences[index]!.block]?.kind === 'heading';
  const points = balance.points.filter((point) => point.side === side);
  const own = points.filter((point) => !point.sentences.every(said));
  const [best] = [...(own.length > 0 ? own : points)].sort(
    (a, b) => b.strength - a.strength || b.sentences.length - a.sentences.length,
  );
  return best ? best.sentences.map((index) => lineOf(text, sentences[index]!)).join(' ') : null;
}

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
        'In one line: the side the author takes and how sure that is, the issue, and how many sentences speak for and against it',
      type: 'text',
      value: inShort,
      width: 60,
    },
    {
      header: 'conclusion',
      meaning: 'The sentences in which the author says so; empty when the lean was judged from the whole',
      type: 'text',
      value: conclusionOf,
      width: 60,
    },
    {
      header: 'closing_words',
      meaning: 'The last two sentences of the body, where authors often come down: a check of the lean',
      type: 'text',
      value: closingWords,
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
      header: 'issue_confidence',
      meaning: 'How sure oped is of the issue, from 0 to 1',
      type: 'share',
      value: ({ issue }) => issue.confidence,
    },
    {
      header: 'lean',
      meaning: 'Where the author comes down: pro, con, balanced, or unknown',
      type: 'side',
      value: ({ verdict }) => verdict.lean,
    },
    {
      header: 'lean_confidence',
      meaning: 'How sure oped is of the lean, from 0 to 1',
      type: 'share',
      value: ({ verdict }) => verdict.confidence,
    },
    {
      header: 'lean_strength',
      meaning: 'How the author puts the verdict: firm, plain or hedged',
      type: 'text',
      value: ({ verdict }) => verdict.strength,
    },
    {
      header: 'main_pro',
      meaning: 'The weightiest point for the issue',
      type: 'text',
      value: (r) => mainPoint(r, 'pro'),
      width: 60,
    },
    {
      header: 'main_con',
      meaning: 'The weightiest point against it',
      type: 'text',
      value: (r) => mainPoint(r, 'con'),
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
    {
      header: 'attributions',
      meaning: 'Stretches reported as said or thought by someone else',
      type: 'integer',
      value: (r) => r.attributions.length,
    },
    { header: 'words', meaning: 'Words of the text', type: 'integer', value: wordsIn },
    {
      header: 'sentences',
      meaning: 'Sentences, headings and captions included',
      type: 'integer',
      value: (r) => r.sentences.length,
    },
    ...rates,
    { header: 'section', meaning: 'Section or genre, as the source says it', type: 'text', value: (r) => r.section },
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
      header: 'problems',
      meaning: 'Things a person should look at: see Problems',
      type: 'integer',
      value: (r) => r.problems.length,
    },
  ],
});
