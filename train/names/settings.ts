import type { Settings } from './crf.ts';

/** Chosen by cross-validation on gold/train; docs/model-card-names.md has the numbers. */
export const SETTINGS: Settings = { epochs: 8, rate: 0.1, decay: 1e-4, dropout: 0.5 };
/** How much a sentence of an op-ed counts beside one of a corpus: op-eds are what is read, and follow our guideline. */
export const OP_ED_WEIGHT = 3.5;
/** A feature seen less often is dropped before training; a row of weights all weaker than this after it. */
export const LEAST_SEEN = 2;
export const LEAST_WEIGHT = 0.05;
