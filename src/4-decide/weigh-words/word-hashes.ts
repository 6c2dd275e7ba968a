import { clustersOf } from '../../3-annotate/clusters.ts';
import { hashOf, mix } from '../../linear/hash.ts';
import { isNegation, REACH } from '../reading/cues.ts';
import type { SentenceView } from '../reading/reading.ts';

/** How far from the issue's words a word is still said of it, in words. */
const NEAR = 4;
/** Stand for any word of the issue and for any name, so that what is learnt carries over to other issues. */
const ISSUE = hashOf('*');
const NAME = hashOf('^');

/** Kinds of features; the numbers only have to differ. */
const WORD = 101;
const PAIR = 102;
const CLUSTER = 103;
const WITH_ISSUE = 104;
const BEFORE_ISSUE = 105;
const AFTER_ISSUE = 106;

/**
 * Features of one sentence as hashes, some of them more than once: words, pairs of words, clusters of words, each
 * apart under a negation, and words by their place beside the issue's own.
 */
export function wordHashes({ tokens, onIssue, namesIssue }: SentenceView): number[] {
  const hashes: number[] = [];
  const distances = namesIssue ? distancesOf(onIssue) : null;
  let sinceNegation = REACH + 1;
  let before = 0;
  tokens.forEach(({ lower, kind, pos }, at) => {
    if (kind === 'punctuation') return;
    sinceNegation = isNegation(lower) ? 0 : sinceNegation + 1;
    const negated = sinceNegation > 0 && sinceNegation <= REACH ? 1 : 0;
    const word = onIssue[at] ? ISSUE : pos === 'PROPN' ? NAME : hashOf(lower);
    hashes.push(mix(WORD, word, negated, 0), mix(PAIR, before, word, 0));
    const cluster = word === ISSUE || word === NAME ? 0 : (clustersOf(lower)[1] ?? 0);
    if (cluster > 0) hashes.push(mix(CLUSTER, cluster, negated, 0));
    if (distances) addBeside(hashes, word, negated, distances[at]!);
    before = word;
  });
  return hashes;
}

function addBeside(hashes: number[], word: number, negated: number, distance: number): void {
  hashes.push(mix(WITH_ISSUE, word, negated, 0));
  if (distance === 0 || Math.abs(distance) > NEAR) return;
  hashes.push(mix(distance < 0 ? BEFORE_ISSUE : AFTER_ISSUE, word, negated, 0));
}

/** Of each token the way from the nearest word of the issue, in tokens: below 0 when it stands before it. */
function distancesOf(onIssue: readonly boolean[]): number[] {
  const distances = onIssue.map(() => Number.POSITIVE_INFINITY);
  let last = Number.NEGATIVE_INFINITY;
  onIssue.forEach((on, at) => {
    if (on) last = at;
    distances[at] = at - last;
  });
  let next = Number.POSITIVE_INFINITY;
  for (let at = onIssue.length - 1; at >= 0; at--) {
    if (onIssue[at]) next = at;
    if (next - at < distances[at]!) distances[at] = at - next;
  }
  return distances;
}
