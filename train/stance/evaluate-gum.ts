import { findAttributions, ownModel } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { readGum } from './gum.ts';
import { jaccard, match, type Tallies } from './score.ts';

/**
 * `npm run eval:attributions`: the attributions of GUM's dev and test documents whose cue is a verb
 * or "according to", by overlap of contents by half. GUM marks what writers and readers say as well,
 * so they are read as speakers like others (`genre: 'any'`); only rules with such a cue are counted.
 */
const CUED =
  /^attribution\/(?:according-to|as-says|parenthetical|that|bare|whether|quote-after|quote-before|that-quote|colon)/;
const find = findAttributions({ model: ownModel(), genre: 'any' });
for (const split of ['dev', 'test']) {
  const tallies: Tallies = new Map();
  for (const { article, gold } of await readGum([split], ['verb', 'according_to'])) {
    const { attributions } = await find.run({ ...article, entities: [] }, () => {});
    const near = (a: { content: { start: number; end: number } }, b: (typeof attributions)[number]) => {
      const close = jaccard(a.content, b.content);
      return close >= 0.5 ? close : 0;
    };
    const counted = attributions.filter(({ by, cue }) => cue && CUED.test(by));
    match(gold.attributions, counted, near, () => ['content'], tallies);
  }
  for (const [name, tally] of tallies) console.log(`GUM ${split}  ${name}  ${tally}`);
}
