/** First half of `npm run train:roles`: the tone of words, from collections of short arguments. */
import { toneRows } from './arguments.ts';
import { fitLinear } from './fit-linear.ts';
import { writeLinear } from './write-weights.ts';

const LEAST_WEIGHT = 0.05;

const tone = fitLinear(toneRows(), { penalty: 10, least: 4 });
writeLinear(new URL('../../src/4-decide/reading/tone.weights.json', import.meta.url), tone, LEAST_WEIGHT);
