import type { Article } from '../../article/article.ts';
import type { Lean, SentenceRole, Verdict } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { READ, type Readable, type Reading } from '../reading/reading.ts';
import { leaningOf } from '../weigh-lean/leaning.ts';
import type { LeanWeight } from '../weigh-lean/weigh-lean.ts';
import { CLOSING_WORDS, closesOn } from './closing-words.ts';

/** A sentence that says where the author comes down, or that it cannot be said. */
interface Verdictive {
  readonly index: number;
  readonly weight: number;
  readonly hedged: boolean;
  readonly phrases: readonly string[];
}

/** Weight of its sayings from which on a sentence says the verdict, and how many such sentences are named. */
const SAYS_SO = 3;
const MOST_SAYINGS = 3;
/** What the last paragraph adds to a cue there. */
const CLOSE_BONUS = 1;
/** Between these probabilities of pro, a piece that only weighs up is balanced. */
const OPEN = { from: 0.35, to: 0.65 };
const FIRM = 0.75;
/**
 * How sure the verdict is where the sentences fall on the other side than the article was weighed: of 61 such op-eds of
 * the training data, judged by models that had not seen them, the sentences were right in 43.
 */
const TILTED = 0.7;

/**
 * Where the author comes down: the side of the whole article, with the
 * sentences that say so. Balanced when the piece says it cannot be said and
 * nothing follows; unknown when no sentence argues.
 *
 * @param weigh who weighs the lean of the whole article: the light engine unless another is given
 */
export const takeVerdict = (weigh: (article: Weighable) => LeanWeight | Promise<LeanWeight> = weighByWords) =>
  stage({
    name: 'take-verdict',
    needs: [...READ, 'issue', 'roles'],
    adds: ['verdict'],
    async run(article) {
      return { verdict: verdictOf(article, leaningOf(article).reading, await weigh(article)) };
    },
  });

type Weighable = Readable & Article<'issue'>;

const weighByWords = (article: Weighable): LeanWeight => leaningOf(article).lean;

type Decided = Article<'sentences' | 'issue' | 'roles'>;

interface Sided {
  readonly lean: Lean;
  readonly weight: LeanWeight;
}

/** The balance sheet's own tilt where it goes against the weight, unless an opinion after a hedged balance decided that. */
function tilted({ roles }: Decided, weight: LeanWeight): LeanWeight {
  const count = (side: 'pro' | 'con'): number => roles.filter(({ role }) => role === side).length;
  const tilt = count('pro') - count('con');
  if (tilt === 0 || tilt > 0 === weight.pro >= 0.5 || weight.because.includes('lean/opinion-after-balance'))
    return weight;
  return { pro: tilt > 0 ? TILTED : 1 - TILTED, because: ['lean/tilt-of-sentences'] };
}

function verdictOf(article: Decided, reading: Reading, weighed: LeanWeight): Verdict {
  const sayings = verdictives(article, reading);
  const { lean, weight } = sidedOf(article, weighed, sayings);
  const said = sayings
    .filter(({ index, hedged }) => hedged || agrees(article.roles[index]!, lean))
    .slice(0, MOST_SAYINGS);
  const because =
    lean === 'unknown'
      ? ['verdict/nothing-argued']
      : [
          ...said.flatMap(({ phrases }) => phrases),
          ...weight.because,
          ...(closesOn(reading, lean) ? [CLOSING_WORDS] : []),
        ];
  return {
    lean,
    confidence: confidenceOf(lean, weight),
    strength: strengthOf(said, lean, weight),
    sentences: said.map(({ index }) => index).sort((a, b) => a - b),
    because,
  };
}

/** A piece that leaves it open stays open: its balance sheet tilts only what comes down somewhere. */
function sidedOf(article: Decided, weighed: LeanWeight, sayings: readonly Verdictive[]): Sided {
  const { issue, roles } = article;
  const argues = roles.some(({ role }) => role !== 'none');
  if (!argues || issue.phrase === null) return { lean: 'unknown', weight: weighed };
  if (leavesOpen(weighed, sayings)) return { lean: 'balanced', weight: weighed };
  const weight = tilted(article, weighed);
  return { lean: weight.pro >= 0.5 ? 'pro' : 'con', weight };
}

function leavesOpen({ pro }: LeanWeight, sayings: readonly Verdictive[]): boolean {
  const lastHedged = sayings.filter(({ hedged }) => hedged).reduce((last, { index }) => Math.max(last, index), -1);
  const opinionAfter = sayings.some(({ index, hedged }) => !hedged && index > lastHedged);
  return lastHedged >= 0 && !opinionAfter && pro > OPEN.from && pro < OPEN.to;
}

const agrees = ({ role }: SentenceRole, lean: Lean): boolean => role === lean || role === 'both' || role === 'none';

/** Sentences that say so, strongest first; of equals, the later. */
function verdictives({ sentences }: Decided, reading: Reading): Verdictive[] {
  const lastBlock = sentences.at(-1)?.block;
  return reading.sentences
    .map(({ sayings, index }) => {
      const bonus = sayings.length > 0 && sentences[index]!.block === lastBlock ? CLOSE_BONUS : 0;
      const weight = sayings.reduce((sum, saying) => sum + saying.weight, bonus);
      const phrases = sayings.map(({ phrase }) => `verdict/${phrase.replaceAll(' ', '-')}`);
      return { index, weight, hedged: sayings.some(({ side }) => side === 'open'), phrases };
    })
    .filter(({ weight }) => weight >= SAYS_SO)
    .sort((a, b) => b.weight - a.weight || b.index - a.index);
}

function confidenceOf(lean: Lean, { pro }: LeanWeight): number {
  if (lean === 'unknown') return 0;
  const sure = lean === 'balanced' ? 1 - Math.abs(2 * pro - 1) : Math.max(pro, 1 - pro);
  return Math.round(100 * sure) / 100;
}

function strengthOf(said: readonly Verdictive[], lean: Lean, { pro }: LeanWeight): Verdict['strength'] {
  if (lean === 'balanced' || lean === 'unknown' || said.some(({ hedged }) => hedged)) return 'hedged';
  return said.length > 0 && Math.max(pro, 1 - pro) >= FIRM ? 'firm' : 'plain';
}
