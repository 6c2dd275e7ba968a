import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { findAttributions } from '../../src/3-annotate/find-attributions/find-attributions.ts';
import { findNames } from '../../src/3-annotate/find-names/find-names.ts';
import { takeVoices } from '../../src/3-annotate/take-voices/take-voices.ts';
import type { Readable } from '../../src/4-decide/reading/reading.ts';
import type { Role } from '../../src/article/layers.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { SHARED } from '../opeds.ts';

/** An op-ed with what a reader has found in it. */
export interface GoldArticle {
  readonly article: Readable;
  /** Where it comes from: articles of one source share a manner of writing. */
  readonly source: 'gold' | 'annotations' | 'essays';
  readonly issue: string;
  readonly lean: 'pro' | 'con' | 'balanced';
  /** One a sentence of `article`; null where the gold has no sentence there. */
  readonly roles: readonly (Role | null)[];
}

interface GoldFile {
  readonly issue: string;
  readonly verdict: { readonly lean: GoldArticle['lean'] };
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly role: Role }[];
}

export interface Line {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

const stages = pipeline()
  .use(findBlocks())
  .use(splitSentences())
  .use(splitTokens())
  .use(findNames())
  .use(findAttributions())
  .use(takeVoices());

/** @param set folder under `gold`: `train`, `roles`, `dev` */
export async function readGold(set: string): Promise<GoldArticle[]> {
  const folder = join(SHARED, 'gold', set);
  const lines = readFileSync(join(folder, 'articles.jsonl'), 'utf8').trim().split('\n');
  return Promise.all(lines.map((line) => readOne(folder, JSON.parse(line) as Line)));
}

/** The article as the models read it. */
export async function segment(line: Line): Promise<Readable> {
  const outcome = await stages.run(sourceOf(line.text, { id: line.id, title: line.title ?? null }));
  if (!outcome.kept) throw new Error(`${line.id}: ${JSON.stringify(outcome.problems)}`);
  return outcome.article;
}

async function readOne(folder: string, line: Line): Promise<GoldArticle> {
  const article = await segment(line);
  const gold = JSON.parse(readFileSync(join(folder, `${line.id}.json`), 'utf8')) as GoldFile;
  return { article, source: 'gold', issue: gold.issue, lean: gold.verdict.lean, roles: rolesOf(article, gold) };
}

/** For each sentence of the article the role of the gold sentence that covers most of it. */
export const rolesOf = ({ sentences }: Readable, gold: Pick<GoldFile, 'sentences'>): (Role | null)[] =>
  sentences.map(({ start, end }) => {
    const shared = (other: { start: number; end: number }) => Math.min(end, other.end) - Math.max(start, other.start);
    const best = gold.sentences.reduce((a, b) => (shared(b) > shared(a) ? b : a));
    return shared(best) > 0 ? best.role : null;
  });
