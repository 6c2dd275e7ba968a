import type { Author, Block } from './article.ts';
import type { Span } from './span.ts';

/**
 * Everything that can be known of an article, one layer a property.
 *
 * A new kind of annotation starts here. The order is the order in which the
 * layers come to be.
 */
export interface Layers {
  /** Title and authors, from the source where it says them, else from the text's own title line and byline. */
  front: Front;
  blocks: readonly Block[];
  sentences: readonly Sentence[];
  tokens: readonly Token[];
  expressions: readonly Expression[];
  entities: readonly Entity[];
  attributions: readonly Attribution[];
  /** One a sentence, in the order of `sentences`. */
  reports: readonly Report[];
  /** One a sentence, in the order of `sentences`. */
  voices: readonly SentenceVoice[];
  markers: readonly Marker[];
  concessions: readonly Concession[];
  conditions: readonly Condition[];
  profile: StanceProfile;
  issue: Issue;
  /** One a sentence, in the order of `sentences`. */
  roles: readonly SentenceRole[];
  verdict: Verdict;
  balance: Balance;
}

export type LayerName = keyof Layers;

/** An annotation that a rule or a model made, and that somebody may want to dispute. */
export interface Found extends Span {
  /** The rule or model that found it, `family/member`, such as `hedge/modal`. */
  readonly by: string;
}

export interface Front {
  readonly title: string | null;
  readonly authors: readonly Author[];
}

/** A sentence, or a heading, title, caption or byline taken as one. */
export interface Sentence extends Span {
  /** Index in `blocks`. */
  readonly block: number;
}

export interface Token extends Span {
  /** Index in `sentences`. */
  readonly sentence: number;
  readonly kind: 'word' | 'number' | 'punctuation' | 'symbol';
  /** Universal part of speech, as wink-nlp tags it: NOUN, PROPN, VERB, AUX, ADJ, ADV, … */
  readonly pos: string;
  readonly lemma: string;
  /** The token's own characters in lower case, curly apostrophes made straight. */
  readonly lower: string;
}

export interface Expression extends Found {
  readonly kind: 'date' | 'time' | 'duration' | 'money' | 'percent' | 'number' | 'ordinal' | 'url' | 'email';
  /** Normalised: ISO 8601 for dates and durations, `USD 3500000000` for money, plain decimals for the rest; null if open. */
  readonly value: string | null;
}

export const ENTITY_TYPES = ['person', 'organization', 'place', 'group', 'law', 'event', 'work'] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

export interface Entity {
  /** `e1`, `e2`, … in order of first mention. */
  readonly id: string;
  /** The name under which all mentions of one thing are counted. */
  readonly name: string;
  readonly type: EntityType;
  readonly mentions: readonly Found[];
  /** Roles and titles as the text gives them: "Head of the Hi-Tech Park". */
  readonly descriptions: readonly string[];
  /** 0 to 1: how much of the article's naming is about it, by place and frequency. */
  readonly salience: number;
}

export interface Attribution {
  readonly source: (Span & { /** Entity id, or null. */ readonly entity: string | null }) | null;
  readonly cue: Span | null;
  readonly content: Span;
  readonly kind: 'direct' | 'indirect' | 'mixed' | 'label';
  readonly by: string;
}

export type Voice = 'author' | 'other';

/** How likely it is that a sentence reports what others say, whether an attribution was found in it or not. */
export interface Report {
  /** Probability of its likeliest candidate, 0 to 1. */
  readonly chance: number;
  /** The largest part of it that a candidate takes up, times that candidate's probability, 0 to 1. */
  readonly part: number;
}

export interface SentenceVoice {
  readonly voice: Voice;
  /** The words that name whose point it is, when it is another's and they are there. */
  readonly holder: (Span & { readonly entity: string | null }) | null;
  readonly by: string;
}

export const MARKER_KINDS = [
  'hedge',
  'booster',
  'attitude',
  'self_mention',
  'engagement',
  'attribution',
  'concession',
  'obligation',
] as const;

export type MarkerKind = (typeof MARKER_KINDS)[number];

export interface Marker extends Found {
  readonly kind: MarkerKind;
  readonly voice: Voice;
  /** −1 weak, 0 plain, 1 strong, on the scale that the word list documents. */
  readonly strength: -1 | 0 | 1;
}

/** "Although A, B": A is granted, B is what the writer goes on to say. */
export interface Concession {
  readonly cue: Span;
  readonly conceded: Span;
  readonly asserted: Span;
  readonly by: string;
}

/** "If A, then B". */
export interface Condition {
  readonly cue: Span;
  readonly antecedent: Span;
  readonly consequent: Span;
  readonly by: string;
}

export interface Rate {
  readonly count: number;
  /** Per 1,000 words of that voice. */
  readonly perThousand: number;
}

export interface StanceProfile {
  readonly author: { readonly words: number; readonly kinds: Readonly<Record<MarkerKind, Rate>> };
  readonly other: { readonly words: number; readonly kinds: Readonly<Record<MarkerKind, Rate>> };
}

export interface Issue {
  /** Null when the article weighs nothing that could be named. */
  readonly phrase: string | null;
  /** Where the phrase stands in the text; null when it comes from the title field or from the user. */
  readonly span: Span | null;
  readonly confidence: number;
  readonly alternatives: readonly { readonly phrase: string; readonly confidence: number }[];
  /** `given`, or the rule or model that chose it. */
  readonly by: string;
}

export type Role = 'pro' | 'con' | 'both' | 'none';

export interface SentenceRole {
  readonly role: Role;
  /** Calibrated probability that the role is right. */
  readonly confidence: number;
  readonly because: readonly string[];
}

export type Lean = 'pro' | 'con' | 'balanced' | 'unknown';

export interface Verdict {
  readonly lean: Lean;
  readonly confidence: number;
  readonly strength: 'firm' | 'plain' | 'hedged';
  /** Indexes of the sentences that say so; may be empty. */
  readonly sentences: readonly number[];
  readonly because: readonly string[];
}

export const EVIDENCE_KINDS = [
  'statistic',
  'testimony',
  'anecdote',
  'example',
  'appeal',
  'consequence',
  'assertion',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A line of the balance sheet: one sentence, or several that restate one point. */
export interface Point {
  readonly side: 'pro' | 'con' | 'both';
  readonly sentences: readonly number[];
  readonly voice: Voice;
  /** Entity id or the words that name the holder; null for the author. */
  readonly holder: string | null;
  readonly strength: -1 | 0 | 1;
  readonly evidence: EvidenceKind;
  /** Index in `conditions` when the point holds only under a condition. */
  readonly condition: number | null;
}

export interface Balance {
  readonly pro: number;
  readonly con: number;
  readonly both: number;
  readonly points: readonly Point[];
}
