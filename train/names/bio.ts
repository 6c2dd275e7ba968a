import { readFileSync } from 'node:fs';
import type { Stretch } from '../../src/3-annotate/find-names/decode.ts';
import { TYPES } from '../../src/3-annotate/find-names/labels.ts';
import type { EntityType } from '../../src/article/layers.ts';

/** What the types of other corpora are to us; a tag whose type is not here is ignored. */
export const TYPE_MAP: Readonly<Record<EntityType, readonly string[]>> = {
  person: ['PERSON', 'PER', 'PEOPLE', 'HUMAN', 'POLITICIAN'],
  organization: [
    'ORGANIZATION',
    'ORGANISATION',
    'ORG',
    'CORP',
    'CORPORATION',
    'COMPANY',
    'INSTITUTION',
    'MEDIA',
    'POLITICALPARTY',
    'SPORTSTEAM',
  ],
  place: ['PLACE', 'LOCATION', 'LOC', 'GPE', 'FAC', 'FACILITY', 'GEO-LOC', 'COUNTRY', 'CITY'],
  group: ['GROUP', 'NORP', 'NATIONALITY', 'DEMONYM', 'RELIGION'],
  law: ['LAW', 'LEGAL'],
  event: ['EVENT', 'EVE', 'ELECTION'],
  work: ['WORK', 'WORK_OF_ART', 'WORKOFART', 'ART', 'CREATIVE-WORK', 'CREATIVEWORK', 'PRODUCT', 'PROD', 'BOOK', 'FILM'],
};
const TYPE_OF = new Map(TYPES.flatMap((type, t) => TYPE_MAP[type].map((name) => [name, t] as const)));
const TAG = /^(?:O|[BIESLUM]-\S+)$/;
const ESCAPES: Readonly<Record<string, string>> = {
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '``': '“',
  "''": '”',
};

export interface TaggedSentence {
  readonly words: readonly string[];
  readonly names: readonly Stretch[];
}

/**
 * Reads a token-per-line file: token first, tag second (or last, where the second column holds no tags), a blank line
 * after each sentence, `-DOCSTART-` before each document. BIO, IOB1, BIOES and BILOU are all read.
 *
 * @returns documents of sentences; without `-DOCSTART-` the file is one document, with the id "-" each sentence is one of its own
 * @throws Error with file and line when a line has no tag
 */
export function readTagged(file: string): TaggedSentence[][] {
  const rows = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.split(/\t|(?<=\S) +(?=\S)/));
  const column = columnOf(rows);
  const documents: TaggedSentence[][] = [];
  let words: string[] = [];
  let tags: string[] = [];
  let apart = false;
  const close = (): void => {
    if (words.length > 0) {
      if (apart || documents.length === 0) documents.push([]);
      documents.at(-1)!.push({ words, names: namesOf(tags) });
    }
    words = [];
    tags = [];
  };
  rows.forEach((row, index) => {
    const word = row[0]!.trim();
    if (word === '' || word === '-DOCSTART-') close();
    if (word === '-DOCSTART-') {
      apart = row.at(-1) === '-';
      documents.push([]);
    } else if (word !== '') {
      const tag = (column < 0 ? row.at(-1) : row[column])?.trim() ?? '';
      if (row.length < 2 || !TAG.test(tag))
        throw new Error(`${file}, line ${index + 1}: no tag such as O or B-PERSON in "${row.join('\t')}".`);
      words.push(ESCAPES[word] ?? word);
      tags.push(tag);
    }
  });
  close();
  return documents.filter((document) => document.length > 0);
}

/** The second column where it holds tags throughout, else the last. */
const columnOf = (rows: readonly (readonly string[])[]): number =>
  rows.every(([word = '', second = '']) => word.trim() === '' || word === '-DOCSTART-' || TAG.test(second.trim()))
    ? 1
    : -1;

/** Names of known types; a name ends where the type changes, a new one begins, or the tag says so. */
function namesOf(tags: readonly string[]): Stretch[] {
  const names: Stretch[] = [];
  for (let i = 0; i < tags.length; ) {
    const label = tags[i]!.slice(2);
    let end = i + 1;
    if (tags[i] !== 'O')
      while (
        end < tags.length &&
        /^[IEML]-/.test(tags[end]!) &&
        tags[end]!.slice(2) === label &&
        !/^[ELSU]-/.test(tags[end - 1]!)
      )
        end++;
    const type = TYPE_OF.get(label.toUpperCase());
    if (tags[i] !== 'O' && type !== undefined) names.push({ start: i, end, type });
    i = end;
  }
  return names;
}
