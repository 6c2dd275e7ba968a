import type { OpedRecord } from '../5-record/record.ts';
import { lineOf, nameOf } from '../5-record/tables/words.ts';
import type { Span } from '../article/span.ts';

/** A stretch that is highlighted, and what hovering over it tells. */
export interface Finding extends Span {
  readonly layer: 'name' | 'marker' | 'quote';
  /** Type of name, kind of marker or kind of report. */
  readonly kind: string;
  /** The rule or model that found it. */
  readonly by: string;
  /** Name of the entity, or of the one who speaks; null for markers. */
  readonly who: string | null;
  readonly voice: string | null;
}

/** All findings of a record, in document order, the longer first. */
export function findingsOf({ entities, markers, attributions, text }: OpedRecord): Finding[] {
  const names = entities.flatMap(({ name, type, mentions }) =>
    mentions.map(({ start, end, by }) => ({
      layer: 'name' as const,
      kind: type,
      start,
      end,
      by,
      who: name,
      voice: null,
    })),
  );
  const marked = markers.map(({ start, end, kind, by, voice }) => ({
    ...{ layer: 'marker' as const, kind, start, end, by, who: null, voice },
  }));
  const quotes = attributions.map(({ content: { start, end }, kind, by, source }) => ({
    ...{ layer: 'quote' as const, kind, start, end, by, voice: null },
    who: nameOf(entities, source?.entity ?? null) ?? (source && lineOf(text, source)),
  }));
  return [...names, ...marked, ...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
}
