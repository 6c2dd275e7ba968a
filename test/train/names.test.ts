import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stretchesOf } from '../../src/3-annotate/find-names/decode.ts';
import { prepare, readKnowledge, taggerOf } from '../../src/3-annotate/find-names/tagger.ts';
import { decodeWeights, encodeWeights } from '../../src/3-annotate/find-names/weights.ts';
import { readTagged } from '../../train/names/bio.ts';
import { CorpusUnreadable, readCorpus } from '../../train/names/corpora.ts';
import { trainCrf } from '../../train/names/crf.ts';
import { type Examples, examplesOf } from '../../train/names/examples.ts';
import { labelled } from '../../train/names/gold.ts';
import { f1, interval, sum, tallySentence } from '../../train/names/score.ts';

const folder = mkdtempSync(join(tmpdir(), 'oped-names-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const CORPUS = { weight: 1, marks: ['person', 'place'] } as const;

describe('reading corpora', () => {
  test('a missing corpus is refused by name', () => {
    expect(() => readCorpus(folder, { file: 'none.tsv', ...CORPUS })).toThrow(CorpusUnreadable);
    expect(() => readCorpus(folder, { file: 'none.tsv', ...CORPUS })).toThrow(/none\.tsv is missing/);
  });

  test('a line without a tag is refused with file and line', () => {
    file('broken.tsv', 'Angela\tB-PERSON\nMerkel\n');
    expect(() => readCorpus(folder, { file: 'broken.tsv', ...CORPUS })).toThrow(/broken\.tsv, line 2/);
  });

  test('what a corpus leaves unmarked stays possible', () => {
    file('some.tsv', 'Angela\tB-PERSON\nwept\tO\n');
    const [{ allowed } = { allowed: [] }] = readCorpus(folder, { file: 'some.tsv', ...CORPUS });
    expect(allowed[0]![0]).toBe(1 << 1);
    const outside = allowed[0]![1]!;
    expect(outside & 1).toBe(1);
    expect(outside & (1 << 1)).toBe(0);
    expect(outside & (1 << 9)).not.toBe(0);
  });
});

describe('training', () => {
  const settings = { epochs: 6, rate: 0.2, decay: 1e-4, dropout: 0.1 };
  const examplesFrom = async (apart?: number) => {
    const text = 'Then Zorbl Quimby went to Frobnia. Later Zorbl Quimby left Frobnia.';
    const names = [...text.matchAll(/Zorbl Quimby|Frobnia/g)].map(({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
      type: name === 'Frobnia' ? ('place' as const) : ('person' as const),
    }));
    const knowledge = readKnowledge();
    const document = { ...(await labelled(text, names, 1)), ...(apart && { apart }) };
    return examplesOf([document], (words) => prepare(knowledge, words), 1);
  };
  const trainedOn = (examples: Examples) =>
    encodeWeights(
      trainCrf(examples, settings, () => {}),
      0.01,
    );
  const trained = async () => trainedOn(await examplesFrom());

  test('twice gives the same bytes', async () => {
    expect(Buffer.from(await trained()).equals(Buffer.from(await trained()))).toBe(true);
  });

  test('what is peculiar to a corpus of another guideline is learnt, but not kept', async () => {
    const examples = await examplesFrom(1);
    expect(examples.habits.size).toBeGreaterThan(0);
    expect(trainCrf(examples, settings, () => {}).keys.some((key) => examples.habits.has(key))).toBe(true);
    expect(decodeWeights(trainedOn(examples)).keys.filter((key) => examples.habits.has(key))).toHaveLength(0);
  });

  test('what was learnt is found again, after writing and reading', async () => {
    const tag = taggerOf(decodeWeights(await trained()), readKnowledge());
    expect(tag([['And', 'Zorbl', 'Quimby', 'saw', 'Frobnia', '.']])[0]).toEqual([
      { start: 1, end: 3, type: 0 },
      { start: 4, end: 5, type: 2 },
    ]);
  });
});

describe('token-per-line files', () => {
  const names = (text: string) => readTagged(file('x.tsv', text)).flatMap((document) => document.map((s) => s.names));

  test.each([
    ['BIO, two columns', 'John\tB-PER\nSmith\tI-PER\nsaw\tO\nRome\tB-LOC\n'],
    ['IOB1', 'John\tI-PER\nSmith\tI-PER\nsaw\tO\nRome\tI-LOC\n'],
    ['BILOU', 'John\tB-PERSON\nSmith\tL-PERSON\nsaw\tO\nRome\tU-GPE\n'],
    ['four columns, blanks', 'John NNP I-NP B-PER\nSmith NNP I-NP I-PER\nsaw VBD I-VP O\nRome NNP I-NP B-LOC\n'],
  ])('%s', (_, text) => {
    expect(names(text)).toEqual([
      [
        { start: 0, end: 2, type: 0 },
        { start: 3, end: 4, type: 2 },
      ],
    ]);
  });

  test('unknown types are ignored, documents and sentences kept apart', () => {
    const documents = readTagged(
      file('y.tsv', '-DOCSTART-\tO\td1\n\nJohn\tB-PER\n\nMonday\tB-DATE\n\n-DOCSTART-\tO\td2\n\nRome\tB-LOC\n'),
    );
    expect(documents.map((document) => document.map((sentence) => sentence.names.length))).toEqual([[1, 0], [1]]);
  });

  test('a line without a tag is named', () => {
    expect(() => names('John\tB-PER\nSmith\n')).toThrow(/x\.tsv, line 2/);
  });
});

test('scores count exact spans and types, and the interval holds the score', () => {
  const gold = stretchesOf([1, 2, 0, 5]);
  const tallies = tallySentence(gold, stretchesOf([1, 2, 0, 3]), new Set([0, 2]));
  expect(tallies.core).toEqual({ hits: 1, alarms: 1, misses: 1 });
  expect(tallies.all).toEqual({ hits: 1, alarms: 0, misses: 1 });
  const all = Array.from({ length: 20 }, (_, i) => ({ hits: i % 3, alarms: 1, misses: 1 }));
  const [low, high] = interval(all);
  expect(low).toBeLessThanOrEqual(f1(sum(all)));
  expect(high).toBeGreaterThanOrEqual(f1(sum(all)));
});
