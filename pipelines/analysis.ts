import { findBlocks } from '../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../src/2-segment/split-tokens/split-tokens.ts';
import { pipeline } from '../src/pipeline/pipeline.ts';

export interface AnalysisOptions {
  /** A user's own abbreviations, with or without the full stop. */
  readonly abbreviations?: readonly string[];
}

/** From an article's text to everything a record holds: the stages that every use shares. */
export const analysis = ({ abbreviations = [] }: AnalysisOptions = {}) =>
  pipeline().use(findBlocks()).use(splitSentences({ abbreviations })).use(splitTokens());
