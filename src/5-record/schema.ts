import { z } from 'zod';
import { ENTITY_TYPES, EVIDENCE_KINDS, MARKER_KINDS } from '../article/layers.ts';
import type { OpedRecord } from './record.ts';
import { missingReference } from './references.ts';

const span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
const words = z.string().nullable();
const share = z.number().min(0).max(1);
const strength = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
const voice = z.enum(['author', 'other']);
const author = z.object({ name: z.string(), role: words, affiliation: words });

const source = z.object({
  path: z.string(),
  id: words,
  url: words,
  format: z.string(),
  archive: words,
  sha256: z.string(),
  encoding: z.object({ name: z.string(), by: z.string() }),
});

const sentence = span.extend({
  block: z.number().int(),
  role: z.enum(['pro', 'con', 'both', 'none']),
  confidence: share,
  because: z.array(z.string()),
  voice,
  holder: words,
  holderSpan: span.nullable(),
  voiceBy: z.string(),
});

const entity = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(ENTITY_TYPES),
  mentions: z.array(span.extend({ by: z.string() })),
  descriptions: z.array(z.string()),
  salience: share,
});

const marker = span.extend({ kind: z.enum(MARKER_KINDS), by: z.string(), voice, strength });

const attribution = z.object({
  source: span.extend({ entity: words }).nullable(),
  cue: span.nullable(),
  content: span,
  kind: z.enum(['direct', 'indirect', 'mixed', 'label']),
  by: z.string(),
});

const issue = z.object({
  phrase: words,
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  confidence: share,
  by: z.string(),
  alternatives: z.array(z.object({ phrase: z.string(), confidence: share })),
});

const verdict = z.object({
  lean: z.enum(['pro', 'con', 'balanced', 'unknown']),
  confidence: share,
  sentences: z.array(z.number().int()),
  strength: z.enum(['firm', 'plain', 'hedged']),
  because: z.array(z.string()),
});

const EXPRESSIONS = ['date', 'time', 'duration', 'money', 'percent', 'number', 'ordinal', 'url', 'email'] as const;
const expression = span.extend({ kind: z.enum(EXPRESSIONS), value: words, by: z.string() });

const rate = z.object({ count: z.number().int(), perThousand: z.number() });
const rates = z.object({ words: z.number().int(), kinds: z.record(z.enum(MARKER_KINDS), rate) });

const point = z.object({
  side: z.enum(['pro', 'con', 'both']),
  sentences: z.array(z.number().int()),
  voice,
  holder: words,
  strength,
  evidence: z.enum(EVIDENCE_KINDS),
  condition: z.number().int().nullable(),
});

/** Of a time too, the day stands first. */
const isDay = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}/.test(date) && !Number.isNaN(Date.parse(date.slice(0, 10)));

const count = z.number().int().nonnegative();

/**
 * What a line of `records.jsonl` must be when it comes back as an input. Keys
 * that this version does not know are dropped, not refused.
 */
const recordSchema = z.object({
  schema: z.literal('oped/1'),
  id: z.string(),
  source,
  title: words,
  authors: z.array(author),
  published: z.string().refine(isDay, 'expected an ISO date').nullable(),
  language: z.string(),
  section: words,
  text: z.string(),
  blocks: z.array(
    z
      .object({ kind: z.enum(['title', 'heading', 'byline', 'caption', 'paragraph', 'quote', 'item']) })
      .extend(span.shape),
  ),
  sentences: z.array(sentence),
  entities: z.array(entity),
  markers: z.array(marker),
  attributions: z.array(attribution),
  issue,
  verdict,
  expressions: z.array(expression),
  concessions: z.array(z.object({ cue: span, conceded: span, asserted: span, by: z.string() })),
  conditions: z.array(z.object({ cue: span, antecedent: span, consequent: span, by: z.string() })),
  profile: z.object({ author: rates, other: rates }),
  balance: z.object({ pro: count, con: count, both: count, points: z.array(point) }),
  problems: z.array(z.object({ stage: z.string(), code: z.string(), message: z.string() })),
}) satisfies z.ZodType<OpedRecord>;

/**
 * A record read back from a line of JSONL.
 *
 * @throws Error saying which field is wrong and how, or what it names that is not there.
 */
export function parseRecord(line: string): OpedRecord {
  const result = recordSchema.safeParse(JSON.parse(line));
  if (!result.success) {
    const { path, message } = result.error.issues[0]!;
    throw new Error(`${path.join('.') || 'the line'}: ${message}`);
  }
  const missing = missingReference(result.data);
  if (missing !== null) throw new Error(missing);
  return result.data;
}
