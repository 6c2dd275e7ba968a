import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type WinkMethods } from 'wink-nlp';

/** One word of wink's: its text as wink holds it, which may differ in white space from what it was given. */
export interface WinkToken {
  readonly text: string;
  readonly type: string;
  readonly pos: string;
  readonly lemma: string;
}

/** As much of wink's model as has to be mended. */
interface Core {
  readonly features: {
    readonly lexeme: {
      readonly hash: Record<string, number>;
      readonly list: readonly string[];
    };
  };
}

let loaded: WinkMethods | undefined;
let core: Core | undefined;
/** How many of wink's words have been looked at by `forgetNewWords`. */
let known = 0;

/** wink-nlp with sentence boundaries, parts of speech and its entities; loaded on first use (some 200 ms). */
export const wink = (): WinkMethods => {
  loaded ??= winkNLP(watched(model as unknown as { core: () => Core }) as unknown as typeof model, [
    'sbd',
    'pos',
    'ner',
  ]);
  return loaded;
};

/** The model, with its words kept within reach. */
function watched(original: { core: () => Core }): { core: () => Core } {
  const load = () => {
    core = original.core();
    known = core.features.lexeme.list.length;
    return core;
  };
  return Object.assign(Object.create(null), original, { core: load });
}

/**
 * Makes wink forget the words that it has met since it was loaded. It cuts
 * "year’s" in two unless it has met it whole, as before a full stop: without
 * this an article's tokens would depend on the articles before it. The words
 * lose their names alone, their data stay, so memory grows with each article.
 */
export function forgetNewWords(): void {
  if (!core) return;
  const { hash, list } = core.features.lexeme;
  for (; known < list.length; known++) delete hash[list[known]!];
}

/** The words of one sentence in order, with type, universal part of speech and lemma. */
export function winkTokens(sentence: string): WinkToken[] {
  const nlp = wink();
  const { its } = nlp;
  const tokens: WinkToken[] = [];
  nlp
    .readDoc(sentence)
    .tokens()
    .each((token: ItemToken) => {
      tokens.push({
        text: token.out(),
        type: token.out(its.type) as string,
        pos: token.out(its.pos) as string,
        lemma: lemmaOf(token, its.lemma),
      });
    });
  return tokens;
}

/** wink has no lemma for some words ("cannot"), and its own types leave `lemma` out of what `out` accepts. */
const lemmaOf = (token: ItemToken, lemma: unknown): string =>
  (token as unknown as { out(of: unknown): string | undefined }).out(lemma) ?? token.out().toLowerCase();
