import { expect, test } from 'vitest';
import { cellsOf, handMade } from '../helpers/record.ts';

test('the balance lists the points in the order of the text, each with whose it is and whether it is the verdict', () => {
  const rows = cellsOf('balance').map((row) => ['number', 'side', 'whose', 'in_verdict'].map((header) => row[header]));
  expect(rows).toEqual([
    [1, 'pro', 'Jo Writer', false],
    [2, 'con', 'Ada Obi', false],
    [3, 'pro', 'Jo Writer', true],
  ]);
});

test('a point that later sentences say again shows how often, and where others stand between', () => {
  const record = handMade();
  const [first] = record.balance.points;
  const points = [
    { ...first!, sentences: [0, 3] },
    { ...first!, sentences: [0, 1] },
  ];
  const rows = cellsOf('balance', { ...record, balance: { ...record.balance, points } });
  expect(rows.map((row) => [row['times_said'], row['sentences'], row['point']])).toEqual([
    [2, '1; 4', 'The park clearly pays for the schools of Minsk. […] Still, we should keep it.'],
    [2, '1; 2', 'The park clearly pays for the schools of Minsk. Ada Obi warned that it may drain the villages.'],
  ]);
});

test.each([
  ['“It eats the bank, and nobody pays.”', 'quoted, speaker unclear'],
  ['"It eats the bank," and "nobody pays."', 'quoted, speaker unclear'],
  ['The 6" pipe would save the town money.', 'Jo Writer'],
  ['‘It eats the bank, and nobody pays.’', 'quoted, speaker unclear'],
  ['They call it “progress” and send us the bill.', 'Jo Writer'],
  ['We are told that ⟦content:nobody pays⟧.', 'reported, speaker unclear'],
  ['“We pay,” said ⟦speaker:⟦person:Ada Obi⟧⟧, ⟦content:“every day.”⟧', 'Ada Obi'],
  ['Nobody likes it, ⟦speaker:somebody⟧ said: ⟦content:it eats the bank⟧.', 'reported, speaker unclear'],
])('%s: whose point that is', (words, whose) => {
  expect(cellsOf('balance', handMade({ sentences: [['con', words]] }))[0]!['whose']).toBe(whose);
});
