import type { OpedRecord } from '../../5-record/record.ts';
import { statedLean } from '../../5-record/stated-lean.ts';
import { pointWords } from '../../5-record/tables/main-point.ts';
import { authorOf, whoseOf } from '../../5-record/tables/whose.ts';
import type { EntityType, MarkerKind, Point } from '../../article/layers.ts';
import { type Span, textOf } from '../../article/span.ts';
import { flat } from './columns.ts';

/** What the terminal and Markdown views both say of a record, in words. */

const ENTITY_GROUPS: readonly (readonly [string, EntityType])[] = [
  ['People', 'person'],
  ['Organizations', 'organization'],
  ['Places', 'place'],
  ['Groups', 'group'],
  ['Laws', 'law'],
  ['Events', 'event'],
  ['Works', 'work'],
];

/** Who wrote it, with role and affiliation where the byline has them. */
export const authorLine = ({ authors }: OpedRecord): string =>
  authors.map(({ name, role, affiliation }) => [name, role, affiliation].filter(Boolean).join(', ')).join('; ');

export function verdictLine({ verdict }: OpedRecord): string {
  if (verdict.lean === 'unknown') return 'no verdict found';
  const lean = verdict.lean === 'balanced' ? 'balanced' : `leans ${verdict.lean}`;
  const told = statedLean(verdict) === 'unclear' ? `side unclear, perhaps ${lean}` : lean;
  return `${told}, ${verdict.strength} (confidence ${verdict.confidence.toFixed(2)})`;
}

/** The sentences that say the verdict, in the article's own words. */
export const verdictEvidence = ({ text, sentences, verdict }: OpedRecord): string[] =>
  verdict.sentences.map((index) => flat(textOf(text, sentences[index]!)));

/** A point in the article's own words, and whose it is when it is not the author's. */
export function pointText(record: OpedRecord, point: Point): string {
  const whose = whoseOf(record, point);
  const owner = whose === authorOf(record) ? '' : ` [${whose}]`;
  return `${pointWords(record, point)}${owner}${point.condition === null ? '' : ' [under a condition]'}`;
}

/** The points of one side; a point for both sides stands on each. */
export const pointsOf = ({ balance }: OpedRecord, side: 'pro' | 'con'): Point[] =>
  balance.points.filter((point) => point.side === side || point.side === 'both');

/** The names of each type, the most salient first, with what the text says they are. */
export function nameGroups({ entities }: OpedRecord): { readonly label: string; readonly names: string[] }[] {
  return ENTITY_GROUPS.map(([label, type]) => ({
    label,
    names: entities
      .filter((entity) => entity.type === type)
      .sort((a, b) => b.salience - a.salience)
      .map(({ name, descriptions }) => (descriptions.length > 0 ? `${name} (${descriptions[0]})` : name)),
  })).filter(({ names }) => names.length > 0);
}

export interface Quote {
  readonly speaker: string;
  readonly words: string;
  readonly kind: string;
}

/** Who is reported to have said what; an entity by its full name. */
export const quotesOf = ({ text, attributions, entities }: OpedRecord): Quote[] =>
  attributions.map(({ source, content, kind }) => ({
    speaker: source === null ? '(no speaker)' : speakerOf(text, source, entities),
    words: flat(textOf(text, content)),
    kind,
  }));

const speakerOf = (
  text: string,
  source: Span & { readonly entity: string | null },
  entities: OpedRecord['entities'],
): string => entities.find(({ id }) => id === source.entity)?.name ?? flat(textOf(text, source));

/** The commonest marker words of one kind, most frequent first. */
export function markerWords({ text, markers }: OpedRecord, kind: MarkerKind, limit = 5): string[] {
  const counts = new Map<string, number>();
  for (const marker of markers) {
    if (marker.kind !== kind) continue;
    const words = flat(textOf(text, marker)).toLowerCase();
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([words, count]) => (count > 1 ? `${words} ×${count}` : words));
}
