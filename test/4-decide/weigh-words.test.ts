import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { findNames } from '../../src/3-annotate/find-names/find-names.ts';
import { takeVoices } from '../../src/3-annotate/take-voices/take-voices.ts';
import { readingOf } from '../../src/4-decide/reading/reading.ts';
import { withWords } from '../../src/4-decide/weigh-words/weigh-words.ts';
import { wordHashes } from '../../src/4-decide/weigh-words/word-hashes.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';

const stages = pipeline()
  .use(findBlocks())
  .use(splitSentences())
  .use(splitTokens())
  .use(findNames())
  .use(findAttributions())
  .use(takeVoices());

async function read(text: string, issue: string) {
  const outcome = await stages.run(sourceOf(text));
  if (!outcome.kept) throw new Error(JSON.stringify(outcome.problems));
  return withWords(readingOf(outcome.article, issue, true));
}

const hashes = async (text: string, issue: string) => wordHashes((await read(text, issue)).sentences[0]!);

describe('the words of a sentence', () => {
  it('are the same whatever the issue is called', async () => {
    expect(await hashes('The levy hurts small shops.', 'the levy')).toEqual(
      await hashes('The tariff hurts small shops.', 'the tariff'),
    );
  });

  it('are others where the issue is not spoken of', async () => {
    expect(await hashes('The levy hurts small shops.', 'the levy')).not.toEqual(
      await hashes('The levy hurts small shops.', 'the bridge'),
    );
  });

  it('are others under a negation', async () => {
    const plain = new Set(await hashes('The levy does help shops.', 'the levy'));
    const negated = await hashes('The levy does not help shops.', 'the levy');
    expect(negated.filter((hash) => !plain.has(hash)).length).toBeGreaterThan(3);
  });

  it.each([
    ['The bill will create jobs and help working families.', 'The bill will cost jobs and hurt working families.'],
    ['We should support this important program.', 'We should reject this flawed program.'],
    ['The plan makes our country safer and stronger.', 'The plan is a costly failure that puts our country at risk.'],
  ])('speak better in "%s" than in "%s"', async (well, ill) => {
    const { words } = await read(`${well}\n\n${ill}`, 'the bill, program or plan');
    expect(words[0]!.side).toBeGreaterThan(words[1]!.side);
  });

  it('argue more in a judgement than in narration', async () => {
    const { words } = await read(
      'The plan would hurt the very people that it is meant to help.\n\nHe was born in 1950 and moved to Boise in March.',
      'the plan',
    );
    expect(words[0]!.argues).toBeGreaterThan(words[1]!.argues);
  });
});
