import type { Article } from '../../article/article.ts';
import type { EntityType, Token } from '../../article/layers.ts';
import { overlaps, type Span } from '../../article/span.ts';
import type { Mention } from './mention.ts';

/**
 * The authors and their affiliations where a byline names them: it has been read as a byline, so that is what they are,
 * whatever the tagger made of "TUT.BY political expert".
 */
export function fromBylines(article: Article<'front' | 'blocks' | 'tokens'>): Mention[] {
  const { text, blocks, front } = article;
  return blocks
    .filter(({ kind }) => kind === 'byline')
    .flatMap((block) => {
      const line = text.slice(block.start, block.end);
      return front.authors.flatMap(({ name, affiliation }) => [
        ...mentionOf(article, spanOf(line, block.start, name), 'person'),
        ...mentionOf(article, spanOf(line, block.start, affiliation ?? ''), 'organization'),
      ]);
    });
}

/** Mentions with those of the bylines in place of whatever overlaps them. */
export const withBylines = (mentions: readonly Mention[], bylines: readonly Mention[]): Mention[] =>
  bylines.length === 0
    ? [...mentions]
    : [...mentions.filter((mention) => !bylines.some((own) => overlaps(own, mention))), ...bylines].sort(
        (a, b) => a.start - b.start,
      );

function spanOf(line: string, offset: number, name: string): Span | null {
  const at = name === '' ? -1 : line.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? null : { start: offset + at, end: offset + at + name.length };
}

/** None where the name does not begin and end with words of the article. */
function mentionOf({ text, tokens }: Article<'tokens'>, span: Span | null, type: EntityType): Mention[] {
  if (!span) return [];
  const first = tokens.findIndex(({ start }) => start === span.start);
  const last = tokens.findLastIndex(({ end }) => end === span.end);
  if (first < 0 || last < first) return [];
  const words = tokens.slice(first, last + 1);
  return [{ ...span, ...wordsIn(text, words), type, first, after: last + 1 }];
}

const wordsIn = (text: string, words: readonly Token[]): Pick<Mention, 'name' | 'words' | 'sentence'> => ({
  name: text.slice(words[0]!.start, words.at(-1)!.end),
  words: words.map(({ start, end }) => text.slice(start, end)),
  sentence: words[0]!.sentence,
});
