import type { Article, BlockKind } from '../../article/article.ts';
import type { Token } from '../../article/layers.ts';
import { tokensBySentence } from '../../article/tokens-by-sentence.ts';
import { type IssueWords, isContent, issueWordsOf, stemOf, wordsOf } from './issue-words.ts';
import { type Saying, sayingsIn } from './sayings.ts';

/** The layers that a reading is made of, for the `needs` of a stage. */
export const READ = ['front', 'blocks', 'sentences', 'tokens', 'voices'] as const;

export type Readable = Article<(typeof READ)[number]>;

/** What every model of this folder reads of an article, gathered once. */
export interface Reading {
  readonly sentences: readonly SentenceView[];
  /** Lower-case words of the title. */
  readonly title: readonly string[];
  readonly issue: IssueWords;
  /** A person gave the issue. */
  readonly given: boolean;
}

/** A sentence with what the article around it lends it. */
export interface SentenceView {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly kind: BlockKind;
  readonly opensBlock: boolean;
  /** Whether it is one of the article's last sentences. */
  readonly closes: boolean;
  /** 0 at the article's first sentence, 1 at its last. */
  readonly place: number;
  /** For each token, its stem if it is a content word, else null. */
  readonly stems: readonly (string | null)[];
  /** For each token, whether it is a word of the issue's core. */
  readonly onIssue: readonly boolean[];
  readonly namesIssue: boolean;
  /** For each token, whether it is written as a name: a capital inside a sentence that is not all capitals. */
  readonly capitals: readonly boolean[];
  /** Someone else's point, reported. */
  readonly reported: boolean;
  /** Phrases by which its author says where they come down. */
  readonly sayings: readonly Saying[];
  /** The sentence ends in a question mark. */
  readonly asks: boolean;
}

/** Sentences that make the close of an article. */
const CLOSE = 4;

export function readingOf(article: Readable, issuePhrase: string | null, given: boolean): Reading {
  const issue = issueWordsOf(issuePhrase, given);
  const tokens = tokensBySentence(article);
  const last = Math.max(1, article.sentences.length - 1);
  const sentences = article.sentences.map((sentence, index) => {
    const words = tokens[index] ?? [];
    const stems = words.map(({ lower }) => (isContent(lower) ? stemOf(lower) : null));
    const onIssue = stems.map((stem) => stem !== null && issue.core.has(stem));
    return {
      index,
      tokens: words,
      kind: article.blocks[sentence.block]?.kind ?? 'paragraph',
      opensBlock: article.sentences[index - 1]?.block !== sentence.block,
      closes: index >= article.sentences.length - CLOSE,
      place: index / last,
      stems,
      onIssue,
      namesIssue: onIssue.includes(true),
      capitals: capitalsOf(article.text, words),
      sayings: sayingsIn(words),
      reported: article.voices[index]?.voice === 'other',
      asks: article.text.slice(sentence.start, sentence.end).trimEnd().endsWith('?'),
    };
  });
  return { sentences, title: wordsOf(article.front.title ?? ''), issue, given };
}

function capitalsOf(text: string, tokens: readonly Token[]): boolean[] {
  const shouted = !tokens.some(({ start, lower }) => text.startsWith(lower, start) && /^\p{Ll}/u.test(lower));
  return tokens.map(({ start }, at) => at > 0 && !shouted && /^\p{Lu}/u.test(text.slice(start, start + 2)));
}
