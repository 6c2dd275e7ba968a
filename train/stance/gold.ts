import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import type { Article } from '../../src/article/article.ts';
import type { MarkerKind } from '../../src/article/layers.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import type { Span } from '../../src/article/span.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { opedsOf, readOurs, SHARED } from '../opeds.ts';

/** What a hand-annotated file says, as far as stance goes; see ../shared/design/annotation.md. */
export interface Gold {
  readonly id: string;
  readonly sentences: readonly (Span & { readonly voice: 'author' | 'other' })[];
  readonly markers: readonly (Span & { readonly kind: MarkerKind })[];
  /** Kinds of marker that the annotator marks otherwise than the others do: sentences with one teach nothing of markers. */
  readonly unsure?: readonly MarkerKind[];
  readonly attributions: readonly { readonly source: Span | null; readonly cue: Span | null; readonly content: Span }[];
}

export type Segmented = Article<'blocks' | 'sentences' | 'tokens'>;

export interface GoldArticle {
  readonly gold: Gold;
  readonly article: Segmented;
}

const ROLES = join(SHARED, 'gold/roles');

const segment = pipeline().use(findBlocks()).use(splitSentences()).use(splitTokens());

/** The annotated op-eds of one folder, in the order of their names, segmented. */
export async function readGold(folder: string): Promise<GoldArticle[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const articles: GoldArticle[] = [];
  for (const file of files.sort()) {
    const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold;
    articles.push({ gold, article: await segmented(gold.id, readFileSync(join(folder, `${gold.id}.txt`), 'utf8')) });
  }
  return articles;
}

/** Op-eds whose attributions, and for the most part markers, we annotated ourselves, in `annotations`, by the order of their ids; with the voices of gold/roles or our own. */
export async function readAnnotated(): Promise<GoldArticle[]> {
  const folder = new URL('./annotations/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const own = files.sort().map((file) => annotationsIn(readFileSync(new URL(file, folder), 'utf8')));
  const texts = await opedsOf(new Set(own.map(({ id }) => id)));
  const voices = new Map((await readOurs()).map(({ oped, sentences }) => [oped.id, sentences]));
  return Promise.all(
    own.map(async (one) => {
      const oped = texts.get(one.id);
      if (oped)
        return { gold: { ...one, sentences: voices.get(one.id) ?? [] }, article: await segmented(one.id, oped.text) };
      const { sentences } = JSON.parse(readFileSync(join(ROLES, `${one.id}.json`), 'utf8')) as Gold;
      return {
        gold: { ...one, sentences },
        article: await segmented(one.id, readFileSync(join(ROLES, `${one.id}.txt`), 'utf8')),
      };
    }),
  );
}

type Annotated = Pick<Gold, 'id' | 'markers' | 'unsure' | 'attributions'>;

/** One file; where it has no markers there is an empty list of them. */
const annotationsIn = (json: string): Annotated => ({
  markers: [],
  ...(JSON.parse(json) as Omit<Annotated, 'markers'>),
});

/** Op-eds of which only the voices are known: those of gold/roles and of train/roles/annotations.tsv. */
export async function readVoiced(): Promise<GoldArticle[]> {
  const ours = await Promise.all(
    (await readOurs()).map(async ({ oped: { id, text }, sentences }) => ({
      gold: { id, sentences, markers: [], attributions: [] },
      article: await segmented(id, text),
    })),
  );
  const roles = await readGold(ROLES);
  return [
    ...ours,
    ...roles.map(({ gold: { id, sentences }, article }) => ({
      gold: { id, sentences, markers: [], attributions: [] },
      article,
    })),
  ];
}

/** @throws if a stage rejects the text, which gold never is */
export async function segmented(id: string, text: string): Promise<Segmented> {
  const outcome = await segment.run(sourceOf(text, { id }));
  if (!outcome.kept) throw new Error(`${id} was rejected`);
  return outcome.article;
}
