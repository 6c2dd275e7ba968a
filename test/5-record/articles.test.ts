import { describe, expect, test } from 'vitest';
import { CLOSING_WORDS } from '../../src/4-decide/take-verdict/closing-words.ts';
import type { OpedRecord } from '../../src/5-record/record.ts';
import { statedLean } from '../../src/5-record/stated-lean.ts';
import { articles } from '../../src/5-record/tables/articles.ts';
import { cellsOf, handMade } from '../helpers/record.ts';

const row = (record: OpedRecord) => cellsOf('articles', record)[0]!;

const clear = (lean: OpedRecord['verdict']['lean'], confidence = 0.9): OpedRecord => {
  const record = handMade();
  return { ...record, verdict: { ...record.verdict, lean, confidence, because: [CLOSING_WORDS] } };
};

test('the articles table says in one line what is argued', () => {
  expect(cellsOf('articles')).toEqual([
    expect.objectContaining({
      in_short: 'Oped cannot tell on which side the author is about “the park”',
      main_pro: 'The park clearly pays for the schools of Minsk.',
      main_con: 'Ada Obi warned that it may drain the villages.',
      conclusion: 'Still, we should keep it.',
      booster_per_1000: 37.037,
    }),
  ]);
});

test('the articles table shows how the article closes in three sentences, headings left out', () => {
  const record = handMade();
  const words = (index: number) => record.text.slice(record.sentences[index]!.start, record.sentences[index]!.end);
  const last = record.sentences.length - 1;
  expect(cellsOf('articles', record)[0]!['closing_words']).toBe(`${[last - 2, last - 1, last].map(words).join(' ')}`);
});

test('a main point is neither a heading nor the conclusion', () => {
  const record = handMade();
  const headed = { ...record, blocks: record.blocks.map((block) => ({ ...block, kind: 'heading' as const })) };
  expect(cellsOf('articles', record)[0]!['main_pro']).not.toBe('Still, we should keep it.');
  expect(cellsOf('articles', headed)[0]!['closing_words']).toBe('');
});

describe('a lean', () => {
  test('is stated when the confidence is high and the closing words say it too', () => {
    expect(row(clear('con'))).toMatchObject({ lean: 'con', lean_guess: 'con' });
    expect(row(clear('con'))['in_short']).toMatch(/^Speaks against “the park”: /);
    expect(row(clear('pro'))['in_short']).toMatch(/^Speaks for “the park”: /);
  });

  test.each([
    ['a low confidence', { ...clear('con').verdict, confidence: 0.69 }],
    ['closing words that do not say it', { ...clear('con').verdict, because: ['lean/words/close'] }],
    ['a piece that weighs up', { ...clear('balanced').verdict, confidence: 1 }],
  ])('is unclear with %s, and the guess stands apart', (_, verdict) => {
    const cells = row({ ...handMade(), verdict });
    expect(cells).toMatchObject({ lean: 'unclear', lean_guess: verdict.lean });
    expect(cells['in_short']).toBe('Oped cannot tell on which side the author is about “the park”');
  });

  test('is unknown where nothing is argued, not unclear', () => {
    expect(statedLean(clear('unknown').verdict)).toBe('unknown');
  });
});

describe('in_short', () => {
  const about = (phrase: string, more: Partial<OpedRecord['issue']> = {}): string => {
    const record = clear('con');
    return row({ ...record, issue: { ...record.issue, phrase, ...more } })['in_short'] as string;
  };

  test('speaks of a measure where the issue is only a name or the title', () => {
    for (const name of ['Minsk', 'the Minsk', 'Ada Obi', 'The park pays'])
      expect(about(name)).toMatch(`Speaks against the measure at issue, of which oped found no name but “${name}”: `);
  });

  test('speaks of an issue that holds a name as it stands, and of one that a user gave', () => {
    expect(about('the Minsk toll')).toMatch(/^Speaks against “the Minsk toll”: /);
    expect(about('Minsk', { by: 'given' })).toMatch(/^Speaks against “Minsk”: /);
  });

  test('calls an issue a guess where it is one', () => {
    expect(about('the toll', { confidence: 0.59 })).toContain('“the toll”, which is a guess at the issue');
    expect(about('the toll', { confidence: 0.6 })).not.toContain('guess');
  });

  test('does not call one sentence several', () => {
    const record = clear('pro');
    expect(row({ ...record, balance: { ...record.balance, pro: 1 } })['in_short']).toBe(
      'Speaks for “the park”: 1 sentence for it, 1 against',
    );
  });
});

describe('a main point', () => {
  const sentences = [
    ['pro', 'It saves time.'],
    ['pro', 'The park saves money.'],
    ['pro', 'It saves lives.'],
    ['none', 'So be it.'],
  ] as const;
  const main = (confidences: readonly number[]) => {
    const record = handMade({ sentences });
    const weighed = record.sentences.map((sentence, at) => ({ ...sentence, confidence: confidences[at] ?? 0.5 }));
    return row({ ...record, sentences: weighed })['main_pro'];
  };

  test('is the one of which oped is surest', () => {
    expect(main([0.5, 0.5, 0.8])).toBe('It saves lives.');
  });

  test('of nearly equals is the one on the issue, of equals the first', () => {
    expect(main([0.6, 0.55, 0.6])).toBe('The park saves money.');
    expect(main([0.6, 0.4, 0.6])).toBe('It saves time.');
  });
});

test('what a reader wants stands first, guesses, rates and where it came from last', () => {
  const headers = articles.columns.map(({ header }) => header);
  expect(headers.slice(4, 11)).toEqual([
    'in_short',
    'closing_words',
    'conclusion',
    'issue',
    'lean',
    'main_pro',
    'main_con',
  ]);
  const firstRate = headers.findIndex((header) => header.endsWith('_per_1000'));
  expect(headers.slice(firstRate).every((header) => header.endsWith('_per_1000'))).toBe(true);
  for (const header of ['lean_guess', 'format', 'issue_confidence'])
    expect(headers.indexOf(header)).toBeGreaterThan(headers.indexOf('problems'));
});

test('a name is told from the marks around it however long a run of marks is inside', () => {
  const record = handMade();
  const title = `a${'- '.repeat(200_000)}a`;
  expect(cellsOf('articles', { ...record, title })[0]!['title']).toBe(title);
});
