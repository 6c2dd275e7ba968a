import { findBlocks } from '../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../src/2-segment/split-tokens/split-tokens.ts';
import { findAttributions } from '../src/3-annotate/find-attributions/find-attributions.ts';
import { findExpressions } from '../src/3-annotate/find-expressions/find-expressions.ts';
import { findNames } from '../src/3-annotate/find-names/find-names.ts';
import { linkClauses } from '../src/3-annotate/link-clauses/link-clauses.ts';
import { markStance } from '../src/3-annotate/mark-stance/mark-stance.ts';
import { measureStance } from '../src/3-annotate/measure-stance/measure-stance.ts';
import { takeVoices } from '../src/3-annotate/take-voices/take-voices.ts';
import { deciders, type EngineName } from '../src/4-decide/deciders.ts';
import { drawBalance } from '../src/4-decide/draw-balance/draw-balance.ts';
import { findIssue } from '../src/4-decide/find-issue/find-issue.ts';
import { pipeline } from '../src/pipeline/pipeline.ts';

export interface AnalysisOptions {
  /** A user's own abbreviations, with or without the full stop. */
  readonly abbreviations?: readonly string[];
  /** Who decides roles and verdict; `oped doctor` says which engines are there. Default `light`. */
  readonly engine?: EngineName;
}

/** From an article's text to everything a record holds: the stages that every use shares. */
export const analysis = ({ abbreviations = [], engine = 'light' }: AnalysisOptions = {}) => {
  const { takeRoles, takeVerdict } = deciders(engine);
  return pipeline()
    .use(findBlocks())
    .use(splitSentences({ abbreviations }))
    .use(splitTokens())
    .use(findExpressions())
    .use(findNames())
    .use(findAttributions())
    .use(takeVoices())
    .use(markStance())
    .use(linkClauses())
    .use(measureStance())
    .use(findIssue())
    .use(takeRoles)
    .use(takeVerdict)
    .use(drawBalance());
};
