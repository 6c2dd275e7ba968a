import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type WinkMethods } from 'wink-nlp';

/** One word of wink's: its text as wink holds it, which may differ in white space from what it was given. */
export interface WinkToken {
  readonly text: string;
  readonly type: string;
  readonly pos: string;
  readonly lemma: string;
}

let loaded: WinkMethods | undefined;

/** wink-nlp with sentence boundaries, parts of speech and its entities; loaded on first use (some 200 ms). */
export const wink = (): WinkMethods => {
  loaded ??= winkNLP(model, ['sbd', 'pos', 'ner']);
  return loaded;
};

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
