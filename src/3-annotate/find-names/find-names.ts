import type { Article } from '../../article/article.ts';
import type { Token } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { fromBylines, withBylines } from './byline.ts';
import { describe } from './describe.ts';
import { group } from './group.ts';
import { TYPES } from './labels.ts';
import type { Mention } from './mention.ts';
import { entitiesOf } from './salience.ts';
import { type Tagger, tagger } from './tagger.ts';

/**
 * Finds people, organizations, places, groups, laws, events and works by name, and what each of them is called
 * throughout the article. Pronouns and common nouns ("the senator") are not resolved.
 */
export const findNames = ({ tag = (sentences) => tagger()(sentences) }: { readonly tag?: Tagger } = {}) =>
  stage({
    name: 'find-names',
    needs: ['front', 'blocks', 'sentences', 'tokens'],
    adds: ['entities'],
    run: (article) => {
      const mentions = withBylines(mentionsOf(article, tag), fromBylines(article));
      const groups = group(mentions, article);
      return { entities: entitiesOf(groups, describe(groups, article), article) };
    },
  });

function mentionsOf({ text, sentences, tokens }: Article<'sentences' | 'tokens'>, tag: Tagger): Mention[] {
  const words: Token[][] = sentences.map(() => []);
  const firsts = new Int32Array(sentences.length);
  tokens.forEach((token, index) => {
    const own = words[token.sentence]!;
    if (own.length === 0) firsts[token.sentence] = index;
    own.push(token);
  });
  const found = tag(words.map((own) => own.map(({ start, end }) => text.slice(start, end))));
  return found.flatMap((stretches, s) =>
    stretches.map(({ start, end, type }): Mention => {
      const span = { start: words[s]![start]!.start, end: words[s]![end - 1]!.end };
      return {
        ...span,
        type: TYPES[type]!,
        name: text.slice(span.start, span.end),
        words: words[s]!.slice(start, end).map((token) => text.slice(token.start, token.end)),
        sentence: s,
        first: firsts[s]! + start,
        after: firsts[s]! + end,
      };
    }),
  );
}
