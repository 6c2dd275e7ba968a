import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isContent, wordsOf } from '../../src/4-decide/reading/issue-words.ts';
import { toneFeatures } from '../../src/4-decide/reading/tone.ts';
import { SHARED } from '../opeds.ts';
import type { Row } from './fit-linear.ts';

/** Collections of short arguments for or against a topic; licences in NOTICE. */
const FILES = [
  'argkp/arguments.jsonl',
  'ibm_argq_sample/ibm_arg.jsonl',
  'ibm_claim_stance/claim_stance.jsonl',
  'perspectrum/perspectrum.jsonl',
  'valueeval/valueeval.jsonl',
];

/** Topics that name an act against their subject ("We should ban X"): what is for the topic is against X. */
const ACT_AGAINST =
  /\b(?:ban|banned|banning|abolish\w*|abandon\w*|end|ended|prohibit\w*|oppose|cancel|limit|limited|stop|criminal offence|criminali[sz]e|more harm than good|illegal|outlaw\w*|eliminate|drop|discourage|remove|restrict\w*|waste of time|harmful|cut off|forbid\w*|censor\w*|reject)\b/i;
const NEGATED = /\b(?:not|never)\b/i;

interface Line {
  readonly text: string;
  readonly topic: string;
  readonly polarity: string | null;
  readonly topic_sentiment?: string;
}

/** One a claim: its words, and whether it speaks well (1) or ill (0) of the topic's subject. The topic's own words are left out. */
export function toneRows(): Row[] {
  return FILES.flatMap((file) =>
    readFileSync(join(SHARED, 'data/arg', file), 'utf8')
      .trim()
      .split('\n'),
  )
    .map((line) => JSON.parse(line) as Line)
    .filter(({ polarity }) => polarity === 'pro' || polarity === 'con')
    .map(({ text, topic, polarity, topic_sentiment }) => {
      const side = directionOf(topic, topic_sentiment);
      const own = new Set(wordsOf(topic).filter(isContent));
      const words = wordsOf(text).map((word) => (own.has(word) ? '*' : word));
      return { features: toneFeatures(words), target: (polarity === 'pro') === side > 0 ? 1 : 0 };
    });
}

function directionOf(topic: string, sentiment: string | undefined): number {
  if (sentiment) return Number(sentiment);
  return (ACT_AGAINST.test(topic) ? -1 : 1) * (NEGATED.test(topic) ? -1 : 1);
}
