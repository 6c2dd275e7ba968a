import type { Block } from '../../article/article.ts';
import type { Sentence } from '../../article/layers.ts';
import { stage } from '../../pipeline/stage.ts';
import { withUserAbbreviations } from './abbreviations.ts';
import { boundaries } from './boundaries.ts';

/** Cuts each block into sentences; a title, heading, caption or byline is cut like any other block. */
export const splitSentences = ({ abbreviations = [] }: { readonly abbreviations?: readonly string[] } = {}) => {
  const known = withUserAbbreviations(abbreviations);
  return stage({
    name: 'split-sentences',
    needs: ['blocks'],
    adds: ['sentences'],
    run: ({ text, blocks }) => ({
      sentences: blocks.flatMap((block, index) =>
        cut(text, block, boundaries(text.slice(block.start, block.end), known), index),
      ),
    }),
  });
};

/** The pieces of a block between `ends`, white space trimmed off, empty ones left out. */
function cut(text: string, block: Block, ends: readonly number[], index: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = block.start;
  for (const end of [...ends.map((position) => block.start + position), block.end]) {
    const piece = text.slice(from, end);
    const start = from + (piece.length - piece.trimStart().length);
    const stop = from + piece.trimEnd().length;
    if (start < stop) sentences.push({ start, end: stop, block: index });
    from = end;
  }
  return sentences;
}
