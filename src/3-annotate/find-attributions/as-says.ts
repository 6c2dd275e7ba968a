import { type Candidate, insideOf, type Range, type Scene, trimmed } from './candidate.ts';
import { clauseFrom } from './content.ts';

/** A parenthetical "it says" has its verb at most this many tokens after its source begins. */
const LONGEST_PARENTHESIS = 9;
/** And its comma or stop at most this many tokens after the verb: "he told reporters yesterday,". */
const LONGEST_TAIL = 5;
/** An opening shorter than this is no report: "For sure, as X pointed out, C". */
const SHORTEST = 4;

/** "As X says, C", "C, as X says", "C, X says, C". */
export function asSays(scene: Scene, verb: number, source: Range, cueFrom: number): Candidate[] {
  const { tokens, range, quotations } = scene;
  const before = source.from - 1;
  if (before < range.from) return [];
  const isAs = tokens[before]!.lower === 'as';
  const end = endOfReport(tokens, verb, range.to);
  if (!isAs && !isParenthetical(scene, source, verb, end)) return [];
  const cue = { from: cueFrom, to: verb + 1 };
  const quotation =
    isAs &&
    quotations.find(
      ({ start }) => start >= tokens[verb]!.end && start <= (tokens[Math.min(end + 1, range.to - 1)]?.start ?? 0),
    );
  if (quotation) return [{ rule: 'as-says-quote', source, cue, content: insideOf(scene, quotation) }];
  const content = trimmed(tokens, reported(scene, before, end, isAs));
  return content.to - content.from < 2 ? [] : [{ rule: isAs ? 'as-says' : 'parenthetical', source, cue, content }];
}

/** What is reported: after the phrase if it opens the sentence, else before it, and on both sides of a mere "X says". */
function reported({ tokens, range }: Scene, before: number, end: number, isAs: boolean): Range {
  if (isAs && before - range.from < SHORTEST) return clauseFrom(tokens, Math.min(end + 1, range.to), range.to);
  return { from: range.from, to: isAs || end >= range.to - 2 ? before : range.to };
}

function isParenthetical({ tokens, range }: Scene, source: Range, verb: number, end: number): boolean {
  const before = source.from - 1;
  if (tokens[before]!.lower !== ',' || before <= range.from + 1 || verb - source.from >= LONGEST_PARENTHESIS)
    return false;
  if (isQuotationMark(tokens, before - 1) || isQuotationMark(tokens, before) || isQuotationMark(tokens, end + 1))
    return false;
  return end - verb <= LONGEST_TAIL && (end >= range.to - 1 || tokens[end]!.lower === ',');
}

const isQuotationMark = (tokens: Scene['tokens'], at: number): boolean => /^["“”]/.test(tokens[at]?.lower ?? '');

/** The mark that ends "as X has recently pointed out in the Review,". */
export function endOfReport(tokens: Scene['tokens'], verb: number, limit: number): number {
  let at = verb + 1;
  while (at < limit && !/^[,:;.?!"“]$/.test(tokens[at]!.lower)) at++;
  return at;
}
