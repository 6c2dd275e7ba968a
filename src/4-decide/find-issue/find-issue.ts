import type { Issue } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';
import { stage } from '../../pipeline/stage.ts';
import { logitOf, readLinear } from '../reading/linear.ts';
import { READ, type Reading, readingOf } from '../reading/reading.ts';
import { candidateFeatures } from './candidate-features.ts';
import { byExpectedOverlap } from './expect-overlap.ts';
import { vocabularyOf } from './vocabulary.ts';

const RANKER = readLinear(new URL('./issue.weights.json', import.meta.url));
const WORDS = readLinear(new URL('./issue-words.weights.json', import.meta.url));
const ALTERNATIVES = 4;

/**
 * What the piece weighs, as a phrase of its own words: the given issue where a
 * user gave one, else the noun phrase that the ranker puts first.
 */
export const findIssue = () =>
  stage({
    name: 'find-issue',
    needs: READ,
    adds: ['issue'],
    run: (article) => ({
      issue: article.givenIssue?.trim()
        ? givenIssue(article.text, article.givenIssue.trim())
        : rankedIssue(article.text, readingOf(article, null, false)),
    }),
  });

const givenIssue = (text: string, phrase: string): Issue => ({
  phrase,
  span: placeOf(text, phrase),
  confidence: 1,
  alternatives: [],
  by: 'given',
});

function placeOf(text: string, phrase: string): Span | null {
  const lower = text.toLowerCase();
  const start = lower.length === text.length ? lower.indexOf(phrase.toLowerCase()) : text.indexOf(phrase);
  return start < 0 ? null : { start, end: start + phrase.length };
}

function rankedIssue(text: string, reading: Reading): Issue {
  const phrases = new Map<string, { span: Span; confidence: number }>();
  for (const { phrase, span, expected } of byExpectedOverlap(scored(text, reading))) {
    if (!phrases.has(phrase)) phrases.set(phrase, { span, confidence: round(expected) });
    if (phrases.size > ALTERNATIVES) break;
  }
  const [best, ...others] = [...phrases];
  if (!best) return { phrase: null, span: null, confidence: 0, alternatives: [], by: 'issue/none' };
  const alternatives = others.map(([phrase, { confidence }]) => ({ phrase, confidence }));
  return { phrase: best[0], span: best[1].span, confidence: best[1].confidence, alternatives, by: 'issue/ranked' };
}

/** The article's candidates, in the order of its text. */
function scored(text: string, reading: Reading): { phrase: string; score: number; span: Span }[] {
  const vocabulary = vocabularyOf(reading, WORDS);
  return reading.sentences.flatMap((sentence) =>
    vocabulary.candidates[sentence.index]!.map((candidate) => ({
      phrase: phraseOf(text, candidate),
      score: logitOf(RANKER, candidateFeatures(candidate, sentence, vocabulary)),
      span: { start: candidate.start, end: candidate.end },
    })),
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const phraseOf = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ');
