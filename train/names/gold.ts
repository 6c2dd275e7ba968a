import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import { beginOf, insideOf, OUTSIDE, TYPES } from '../../src/3-annotate/find-names/labels.ts';
import type { EntityType } from '../../src/article/layers.ts';
import { sourceOf } from '../../src/article/source-of.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { CorpusUnreadable, type LabelledDocument } from './corpora.ts';

interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}

const segment = pipeline().use(findBlocks()).use(splitSentences()).use(splitTokens());

/**
 * Op-eds with standoff names in the words that the pipeline itself cuts, in order of their ids.
 *
 * @param folder holds `<id>.json` with `entities`
 * @param texts holds `<id>.txt`; the same folder unless told otherwise
 */
export async function readGold(folder: string, weight: number, texts = folder): Promise<LabelledDocument[]> {
  if (!existsSync(folder)) throw new CorpusUnreadable(`The folder ${folder} is missing.`);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const documents: LabelledDocument[] = [];
  for (const file of files) {
    const path = join(texts, file.replace(/json$/, 'txt'));
    if (!existsSync(path)) throw new CorpusUnreadable(`The op-ed ${path} is missing.`);
    const { entities } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { entities: GoldName[] };
    documents.push(await labelled(readFileSync(path, 'utf8'), entities, weight));
  }
  return documents;
}

/** A text with standoff names as labelled words. */
export async function labelled(text: string, names: readonly GoldName[], weight: number): Promise<LabelledDocument> {
  const outcome = await segment.run(sourceOf(text));
  if (!outcome.kept) throw new CorpusUnreadable('An article of the gold cannot be segmented.');
  const { sentences, tokens } = outcome.article;
  const words: string[][] = sentences.map(() => []);
  const allowed: number[][] = sentences.map(() => []);
  for (const token of tokens) {
    words[token.sentence]!.push(text.slice(token.start, token.end));
    allowed[token.sentence]!.push(1 << labelOf(token, names));
  }
  return { sentences: words, allowed, weight };
}

function labelOf(token: { start: number; end: number }, names: readonly GoldName[]): number {
  const name = names.find(({ start, end }) => start < token.end && token.start < end);
  if (!name) return OUTSIDE;
  const type = TYPES.indexOf(name.type);
  return token.start <= name.start ? beginOf(type) : insideOf(type);
}
