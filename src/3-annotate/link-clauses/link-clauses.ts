import type { Concession, Marker } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { type Clauses, clausesOf } from './clauses.ts';
import { concessionAt } from './concessions.ts';
import { conditionsIn } from './conditions.ts';

/** Links the two halves of each concession that was marked ("although A, B") and of each condition ("if A, then B"). */
export const linkClauses = () =>
  stage({
    name: 'link-clauses',
    needs: ['sentences', 'tokens', 'markers'],
    adds: ['concessions', 'conditions'],
    run: ({ sentences, tokens, markers }) => {
      const clauses = clausesOf(sentences, tokens);
      return { concessions: concessionsOf(clauses, markers), conditions: clauses.flatMap(conditionsIn) };
    },
  });

function concessionsOf(clauses: readonly Clauses[], markers: readonly Marker[]): Concession[] {
  const cues = markers.filter(({ kind }) => kind === 'concession');
  let at = 0;
  return cues.flatMap((cue) => {
    while (at < clauses.length - 1 && clauses[at]!.sentence.end <= cue.start) at++;
    const found = concessionAt(clauses, at, cue);
    return found ? [found] : [];
  });
}
