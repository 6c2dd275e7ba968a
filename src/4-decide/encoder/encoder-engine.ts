import type { Article } from '../../article/article.ts';
import type { Sentence } from '../../article/layers.ts';
import { RunStopped } from '../../article/problem.ts';
import type { Readable as Layered } from '../reading/reading.ts';
import { sentenceFeatures } from '../take-roles/sentence-features.ts';
import { CHAIN } from '../take-roles/take-roles.ts';
import { weighRoles } from '../take-roles/weigh-roles.ts';
import { leaningOf } from '../weigh-lean/leaning.ts';
import type { LeanWeight } from '../weigh-lean/weigh-lean.ts';
import { loadRuntime, type Runtime } from './runtime.ts';
import { sentenceScores } from './sentence-scores.ts';
import { type LightReading, readWeighings, type Weighed, weighArticle } from './weigh-article.ts';

type Readable = Layered & Article<'issue'>;

/** Reads articles with a pretrained encoder; the stages of one pipeline share one. */
export interface EncoderEngine {
  /** @throws RunStopped, once and for all articles, when the optional parts are not there. */
  weigh(article: Readable): Promise<Weighed>;
  weighLean(article: Readable): Promise<LeanWeight>;
}

/**
 * Nothing is loaded before the first article. What was read of an article is
 * kept as long as its sentences are, so that roles and verdict read it once.
 */
export function encoderEngine(): EncoderEngine {
  let loading: Promise<Parts> | undefined;
  const read = new WeakMap<readonly Sentence[], Promise<Weighed>>();
  const weigh = (article: Readable): Promise<Weighed> => {
    const known = read.get(article.sentences);
    if (known) return known;
    loading ??= load();
    const weighed = loading.then((parts) => weighWith(parts, article));
    read.set(article.sentences, weighed);
    return weighed;
  };
  return { weigh, weighLean: weigh };
}

interface Parts {
  readonly runtime: Runtime;
  readonly weighings: ReturnType<typeof readWeighings>;
}

async function load(): Promise<Parts> {
  try {
    const runtime = await loadRuntime();
    return { runtime, weighings: readWeighings(new URL('./weighing.json', import.meta.url)) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RunStopped(`The encoder engine cannot be used: ${why}. --engine light does without.`, { cause });
  }
}

async function weighWith({ runtime, weighings }: Parts, article: Readable): Promise<Weighed> {
  const given = article.issue.by === 'given';
  const scores = await sentenceScores(runtime, article);
  return weighArticle(weighings[given ? 'given' : 'found'], scores, lightReading(article));
}

function lightReading(article: Readable): LightReading {
  const { reading, lean } = leaningOf(article);
  return { pro: lean.pro, roles: weighRoles(CHAIN, reading, sentenceFeatures(reading), lean.pro) };
}
