import { expect, test } from 'vitest';
import { roleLines } from '../../src/6-write/view/explanation.ts';
import { markdownView } from '../../src/6-write/view/markdown.ts';
import { summaryView } from '../../src/6-write/view/summary.ts';
import { terminalView } from '../../src/6-write/view/terminal.ts';
import { handMade } from '../helpers/record.ts';

const wide = { width: 120, colour: false };

test('nothing in an article or its title commands the terminal', async () => {
  const record = handMade({
    title: 'Red \x1b[31malert\x07',
    author: '\x1b]0;owned\x07 Ada',
    issue: 'the \x9b2J park',
    path: 'a\x1b[2J.txt',
    sentences: [['pro', 'It \x1b[8mpays⟦booster: clearly\x08⟧.']],
  });
  const records = async function* () {
    yield record;
  };
  const counts = { records: 1, failed: 0, duplicates: 0 };
  const views = [
    terminalView(record, wide),
    markdownView(record),
    await summaryView(records, counts, 'out'),
    roleLines(record, 120, (by) => by).join('\n'),
  ];
  for (const view of views) expect(view).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
});

test('the balance sheet counts the sentences of each side as the tables do', () => {
  const one = handMade({
    sentences: [
      ['pro', 'It pays.'],
      ['con', 'It drains.'],
      ['con', 'It stinks.'],
    ],
  });
  expect(terminalView(one, wide)).toMatch(/^PRO \(1 sentence\) +│ CON \(2 sentences\)$/m);
  const both = handMade({
    sentences: [
      ['pro', 'It pays.'],
      ['both', 'It has pros and cons.'],
    ],
  });
  expect(terminalView(both, wide)).toMatch(/^PRO \(1 sentence, 1 more for both sides\) +│ CON \(0 sentences, 1 more/m);
});

test('sentences are counted from 1, as in the tables', () => {
  expect(roleLines(handMade(), 120, (by) => by)[0]).toMatch(/^ {2}1 pro/);
});
