import { existsSync, readFileSync } from 'node:fs';
import { beginOf, insideOf, OUTSIDE, TYPES } from '../../src/3-annotate/find-names/labels.ts';
import type { EntityType } from '../../src/article/layers.ts';

/** A document in words, each with the labels it may have: bit l is label l. */
export interface LabelledDocument {
  readonly sentences: readonly (readonly string[])[];
  readonly allowed: readonly (readonly number[])[];
  readonly weight: number;
  /** The corpus, from 1, where its guideline is not ours: what is peculiar to it is learnt apart and not kept. */
  readonly apart?: number;
}

/** One corpus file and what it can teach. */
export interface Corpus {
  readonly file: string;
  /** How much a sentence of it counts. */
  readonly weight: number;
  /** Types it marks throughout; what else is a name in it stands unmarked and teaches nothing. */
  readonly marks: readonly EntityType[];
  /** Files of one corpus share a number; none where its habits are to be learnt for good. */
  readonly apart?: number;
}

const CORE: readonly EntityType[] = ['person', 'organization', 'place'];

/**
 * The corpora of `shared/data/ner` that train the weights; licences in NOTICE. Tweets (btc, wnut17) are left out: without
 * them op-eds and news both get better. Test sets of uner_pud and gum are never read here.
 */
export const CORPORA: readonly Corpus[] = [
  { file: 'uner_ewt/train.tsv', weight: 1.5, marks: [...CORE, 'group'] },
  { file: 'uner_ewt/dev.tsv', weight: 1.5, marks: CORE },
  { file: 'uner_ewt/test.tsv', weight: 1.5, marks: CORE },
  { file: 'gum/train.tsv', weight: 2, marks: [...CORE, 'event'] },
  { file: 'gum/dev.tsv', weight: 2, marks: [...CORE, 'event'] },
  { file: 'wikigold/train.tsv', weight: 1, marks: TYPES, apart: 1 },
  { file: 'wikigold/dev.tsv', weight: 1, marks: TYPES, apart: 1 },
  { file: 'wikigold/test.tsv', weight: 1, marks: TYPES, apart: 1 },
  { file: 'redocred/train.tsv', weight: 0.7, marks: TYPES, apart: 2 },
  { file: 'redocred/dev.tsv', weight: 0.7, marks: TYPES, apart: 2 },
  { file: 'redocred/test.tsv', weight: 0.7, marks: TYPES, apart: 2 },
  { file: 'crossner_politics/train.tsv', weight: 1, marks: TYPES, apart: 3 },
  { file: 'crossner_politics/dev.tsv', weight: 1, marks: TYPES, apart: 3 },
  { file: 'crossner_politics/test.tsv', weight: 1, marks: TYPES, apart: 3 },
  { file: 'grobid_wiki/train.tsv', weight: 1, marks: TYPES, apart: 4 },
  { file: 'grobid_wiki/test.tsv', weight: 1, marks: TYPES, apart: 4 },
  { file: 're3d_open/train.tsv', weight: 1, marks: [...CORE, 'group'], apart: 5 },
  { file: 're3d_open/dev.tsv', weight: 1, marks: [...CORE, 'group'], apart: 5 },
  { file: 're3d_open/test.tsv', weight: 1, marks: [...CORE, 'group'], apart: 5 },
];

const TYPE_OF: Readonly<Record<string, EntityType>> = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  PLACE: 'place',
  NORP: 'group',
  LAW: 'law',
  EVENT: 'event',
  WORK: 'work',
  PRODUCT: 'work',
};
const MISCELLANEOUS: readonly EntityType[] = ['group', 'law', 'event', 'work'];

/** The corpus cannot be read; training must not go on without it. */
export class CorpusUnreadable extends Error {
  override readonly name = 'CorpusUnreadable';
}

const begins = (types: readonly EntityType[]): number =>
  types.reduce((mask, type) => mask | (1 << beginOf(TYPES.indexOf(type))), 0);
const insides = (types: readonly EntityType[]): number =>
  types.reduce((mask, type) => mask | (1 << insideOf(TYPES.indexOf(type))), 0);

/** Labels that a corpus tag leaves possible. */
function allowedFor(tag: string, unmarked: readonly EntityType[]): number {
  const outside = (1 << OUTSIDE) | begins(unmarked) | insides(unmarked);
  const [position, label = ''] = [tag.slice(0, 1), tag.slice(2)];
  const type = TYPE_OF[label];
  if (type) return position === 'B' ? begins([type]) : insides([type]);
  if (label === 'MISC') return (position === 'B' ? begins(MISCELLANEOUS) : insides(MISCELLANEOUS)) | outside;
  return outside;
}

/**
 * Reads a token-per-line file as documents; `-DOCSTART-` with the id "-" makes each sentence a document of its own.
 *
 * @throws CorpusUnreadable when the file is missing or a line has no tag
 */
export function readCorpus(folder: string, { file, weight, marks, apart }: Corpus): LabelledDocument[] {
  const path = `${folder}/${file}`;
  if (!existsSync(path)) throw new CorpusUnreadable(`The corpus ${path} is missing.`);
  const unmarked = TYPES.filter((type) => !marks.includes(type));
  const documents: { sentences: string[][]; allowed: number[][] }[] = [];
  let single = false;
  let fresh = true;
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const [word = '', tag, id] = line.split('\t');
      if (word === '-DOCSTART-') {
        single = id === '-';
        documents.push({ sentences: [], allowed: [] });
        fresh = true;
      } else if (word.trim() === '') fresh = true;
      else if (tag === undefined || !/^(?:O|[BI]-\S+)$/.test(tag))
        throw new CorpusUnreadable(`${path}, line ${index + 1}: "${line}" is not TOKEN, tab, tag (O, B-… or I-…).`);
      else {
        if (documents.length === 0 || (fresh && single && documents.at(-1)!.sentences.length > 0))
          documents.push({ sentences: [], allowed: [] });
        const document = documents.at(-1)!;
        if (fresh) {
          document.sentences.push([]);
          document.allowed.push([]);
        }
        fresh = false;
        document.sentences.at(-1)!.push(word);
        document.allowed.at(-1)!.push(allowedFor(tag, unmarked));
      }
    });
  const kept = documents.filter(({ sentences }) => sentences.length > 0);
  if (kept.length === 0) throw new CorpusUnreadable(`The corpus ${path} holds no sentence.`);
  return kept.map((document) => ({ ...document, weight, ...(apart && { apart }) }));
}
