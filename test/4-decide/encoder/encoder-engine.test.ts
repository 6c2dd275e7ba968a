import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../../src/2-segment/split-tokens/split-tokens.ts';
import { findAttributions } from '../../../src/3-annotate/find-attributions/find-attributions.ts';
import { findNames } from '../../../src/3-annotate/find-names/find-names.ts';
import { takeVoices } from '../../../src/3-annotate/take-voices/take-voices.ts';
import { encoderEngine } from '../../../src/4-decide/encoder/encoder-engine.ts';
import { takeRolesByEncoder } from '../../../src/4-decide/encoder/take-roles-by-encoder.ts';
import { findIssue } from '../../../src/4-decide/find-issue/find-issue.ts';
import { takeVerdict } from '../../../src/4-decide/take-verdict/take-verdict.ts';
import { sourceOf } from '../../../src/article/source-of.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { hasEncoder } from '../../helpers/encoder.ts';

const GOLD = fileURLToPath(new URL('../../../corpora/gold', import.meta.url));

interface Gold {
  readonly issue: string;
  readonly sentences: readonly { readonly start: number; readonly role: string }[];
}

const TEXT = `Why the city must keep the congestion charge

The congestion charge has cut traffic in the centre by a fifth. Buses now run on time, and the air is cleaner.

Critics say the charge hurts shops. The figures show that it does not. The council should keep the charge and extend it.`;

function stages() {
  const engine = encoderEngine();
  return pipeline()
    .use(findBlocks())
    .use(splitSentences())
    .use(splitTokens())
    .use(findNames())
    .use(findAttributions())
    .use(takeVoices())
    .use(findIssue())
    .use(takeRolesByEncoder(engine))
    .use(takeVerdict(engine.weighLean));
}

async function decided(run: ReturnType<typeof stages>, text: string, givenIssue: string | null = null) {
  const outcome = await run.run(sourceOf(text, { givenIssue }));
  if (!outcome.kept) throw new Error(JSON.stringify(outcome.problems));
  const { roles, verdict, sentences } = outcome.article;
  return { roles, verdict, sentences };
}

describe.skipIf(!hasEncoder)('the encoder engine', () => {
  it('tells argument from background better than the commoner of the two, in a piece it has not seen', async () => {
    const gold = JSON.parse(readFileSync(join(GOLD, 'facial-recognition-policing.json'), 'utf8')) as Gold;
    const text = readFileSync(join(GOLD, 'facial-recognition-policing.txt'), 'utf8');
    const { roles, sentences } = await decided(stages(), text, gold.issue);
    const pairs = gold.sentences.flatMap(({ start, role }) => {
      const index = sentences.findIndex((sentence) => sentence.start === start);
      return index < 0 ? [] : [{ argues: role !== 'none', said: roles[index]!.role !== 'none' }];
    });
    const right = pairs.filter(({ argues, said }) => argues === said).length;
    const usual = pairs.filter(({ argues }) => argues).length;
    expect(right).toBeGreaterThan(Math.max(usual, pairs.length - usual));
  });

  it('gives the same again, whatever it read before', async () => {
    const [fresh, used] = [stages(), stages()];
    await decided(used, `Another piece. It says that taxes must fall because they cost jobs.`);
    expect(await decided(used, TEXT)).toEqual(await decided(fresh, TEXT));
  });

  it('reads an article that has hardly any text', async () => {
    const { roles } = await decided(stages(), 'No.');
    expect(roles).toHaveLength(1);
  });
});
