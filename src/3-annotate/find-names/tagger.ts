import { agree } from './agree.ts';
import { readClusters } from './clusters.ts';
import { type Stretch, stretchesOf, tagSentence } from './decode.ts';
import { type Document, documentOf } from './document.ts';
import { type Form, formOf } from './form.ts';
import { type Gazetteers, readGazetteers } from './gazetteers.ts';
import type { Model } from './model.ts';
import { trim, whole } from './trim.ts';
import { readWeights } from './weights.ts';

/** Distinct words remembered; beyond it the memory starts afresh, so that a long archive does not fill it. */
const MOST_FORMS = 100_000;

/** What the tagger knows beside its weights. */
export interface Knowledge {
  readonly formOf: (word: string) => Form;
  readonly gazetteers: Gazetteers;
}

export function readKnowledge(): Knowledge {
  const clustersOf = readClusters(new URL('./clusters.bin', import.meta.url));
  const known = new Map<string, Form>();
  return {
    gazetteers: readGazetteers(new URL('./gazetteers.bin', import.meta.url)),
    formOf: (word) => {
      let form = known.get(word);
      if (form) return form;
      if (known.size >= MOST_FORMS) known.clear();
      form = formOf(word, clustersOf);
      known.set(word, form);
      return form;
    },
  };
}

export const prepare = (knowledge: Knowledge, sentences: readonly (readonly string[])[]): Document =>
  documentOf(sentences, knowledge.formOf, knowledge.gazetteers);

/** Finds names in the words of a document's sentences. */
export type Tagger = (sentences: readonly (readonly string[])[]) => Stretch[][];

export const taggerOf =
  (model: Model, knowledge: Knowledge): Tagger =>
  (sentences) => {
    const document = prepare(knowledge, sentences);
    const found = document.sentences.map(({ forms }, s) => {
      const stretches = stretchesOf(tagSentence(model, document, s));
      return whole(forms, stretches).flatMap((stretch) => trim(forms, stretch) ?? []);
    });
    return agree(document, found);
  };

let shipped: Tagger | undefined;

/** The tagger with the weights that ship; read on first use. */
export const tagger = (): Tagger => {
  shipped ??= taggerOf(readWeights(new URL('./weights.bin', import.meta.url)), readKnowledge());
  return shipped;
};
