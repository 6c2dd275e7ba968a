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

/** What a hand-annotated file says, as far as stance goes; see ../shared/design/annotation.md. */
export interface Gold {
  readonly id: string;
  readonly sentences: readonly (Span & { readonly voice: 'author' | 'other' })[];
  readonly markers: readonly (Span & { readonly kind: MarkerKind })[];
  readonly attributions: readonly { readonly source: Span | null; readonly cue: Span | null; readonly content: Span }[];
}

export type Segmented = Article<'blocks' | 'sentences' | 'tokens'>;

export interface GoldArticle {
  readonly gold: Gold;
  readonly article: Segmented;
}

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

/**
 * Op-eds of a folder that has texts and voices, with markers and attributions from standoff files of our own.
 *
 * @param folder of `<id>.json` and `<id>.txt`
 * @param annotations folder of `<id>.json` with `markers` and `attributions`
 */
export async function readAnnotated(folder: string, annotations: string): Promise<GoldArticle[]> {
  const files = readdirSync(annotations).filter((file) => file.endsWith('.json'));
  const articles: GoldArticle[] = [];
  for (const file of files.sort()) {
    const voices = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold;
    const own = JSON.parse(readFileSync(join(annotations, file), 'utf8')) as Pick<Gold, 'markers' | 'attributions'>;
    const text = readFileSync(join(folder, file.replace(/json$/, 'txt')), 'utf8');
    const gold = { ...own, id: voices.id, sentences: voices.sentences };
    articles.push({ gold, article: await segmented(gold.id, text) });
  }
  return articles;
}

/** @throws if a stage rejects the text, which gold never is */
export async function segmented(id: string, text: string): Promise<Segmented> {
  const outcome = await segment.run(sourceOf(text, { id }));
  if (!outcome.kept) throw new Error(`${id} was rejected`);
  return outcome.article;
}
