import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Span } from '../../src/article/span.ts';
import { type GoldArticle, segmented } from './gold.ts';

/** A document of ../shared/data/arg/gum/attribution.jsonl: positions count code points. */
interface Document {
  readonly id: string;
  readonly text: string;
  readonly split: 'train' | 'dev' | 'test';
  readonly attributions: readonly {
    readonly source: Pair | null;
    readonly cue: Pair | null;
    readonly cue_kind: string;
    readonly content: Pair;
  }[];
}

type Pair = readonly [number, number];

/** The documents of some splits of GUM, with the attributions whose cue is of one of `kinds`, as gold in UTF-16 positions. */
export async function readGum(splits: readonly string[], kinds: readonly string[] | 'all'): Promise<GoldArticle[]> {
  const file = fileURLToPath(new URL('../../../shared/data/arg/gum/attribution.jsonl', import.meta.url));
  const articles: GoldArticle[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const document = JSON.parse(line) as Document;
    if (splits.includes(document.split)) articles.push(await articleOf(document, kinds));
  }
  return articles;
}

async function articleOf({ id, text, attributions }: Document, kinds: readonly string[] | 'all'): Promise<GoldArticle> {
  const units = unitsOf(text);
  const span = (pair: Pair | null): Span | null => pair && { start: units[pair[0]]!, end: units[pair[1]]! };
  const kept = attributions.filter(({ cue_kind: kind }) => kinds === 'all' || kinds.includes(kind));
  return {
    article: await segmented(id, text),
    gold: {
      id,
      sentences: [],
      markers: [],
      attributions: kept.map(({ source, cue, content }) => ({
        source: span(source),
        cue: span(cue),
        content: span(content)!,
      })),
    },
  };
}

/** For each code point the position of its first UTF-16 unit, and the text's length at the end. */
function unitsOf(text: string): number[] {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  return [...units, at];
}
