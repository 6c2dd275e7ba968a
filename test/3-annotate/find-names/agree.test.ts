import { describe, expect, test } from 'vitest';
import { agree } from '../../../src/3-annotate/find-names/agree.ts';
import { TYPES } from '../../../src/3-annotate/find-names/labels.ts';
import { prepare, readKnowledge } from '../../../src/3-annotate/find-names/tagger.ts';

const ORGANIZATION = TYPES.indexOf('organization');
const knowledge = readKnowledge();

/** Whether a word that was found as an organization in the first two sentences is found in the third, where it was missed. */
function foundAgain(word: string): boolean {
  const sentences = [`Talks at the ${word} failed .`, `The ${word} agreed .`, `Later ${word} troops left .`];
  const document = prepare(
    knowledge,
    sentences.map((sentence) => sentence.split(' ')),
  );
  const before = document.sentences.slice(0, 2).map(({ forms }) => {
    const start = forms.findIndex(({ text }) => text === word);
    return [{ start, end: start + 1, type: ORGANIZATION }];
  });
  return agree(document, [...before, []])[2]!.some(({ start, type }) => start === 1 && type === ORGANIZATION);
}

describe('second look at a document', () => {
  test.each(['Senate', 'EPA', 'UN'])('%s is found again where it was missed', (word) => {
    expect(foundAgain(word)).toBe(true);
  });

  test('an initial is not', () => {
    expect(foundAgain('K')).toBe(false);
  });
});
