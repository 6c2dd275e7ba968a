import type { Entity } from '../../article/layers.ts';
import type { Span } from '../../article/span.ts';

interface Mention extends Span {
  readonly entity: string;
  readonly type: Entity['type'];
}

const PERSON = new Set(['he', 'she', 'his', 'her']);
const THING = new Set(['it', 'its']);
const MANY = new Set(['they', 'their']);

/** A pronoun looks back over at most so many mentions. */
const FARTHEST = 50;

/**
 * Tells whose entity id a source is: that of the name in it, the last one where
 * there are several of equal rank ("Research from the University of X": none before it);
 * of a pronoun, that of the last name before it that fits; else null.
 */
export function entityLinker(text: string, entities: readonly Entity[]): (source: Span) => string | null {
  const mentions = entities
    .flatMap(({ id, type, mentions }) => mentions.map(({ start, end }): Mention => ({ start, end, entity: id, type })))
    .sort((a, b) => a.start - b.start);
  return (source) => {
    const first = firstAtOrAfter(mentions, source.start);
    const inside = mentions.slice(first, firstAtOrAfter(mentions, source.end));
    if (inside.length > 0) return (inside.find(({ type }) => type === 'person') ?? inside[0]!).entity;
    const types = typesOf(text.slice(source.start, source.end).toLowerCase());
    for (let i = first - 1; types && i >= Math.max(0, first - FARTHEST); i--)
      if (types.has(mentions[i]!.type)) return mentions[i]!.entity;
    return null;
  };
}

function typesOf(pronoun: string): ReadonlySet<Entity['type']> | null {
  if (PERSON.has(pronoun)) return new Set(['person']);
  if (THING.has(pronoun)) return new Set(['organization', 'law', 'work', 'place']);
  return MANY.has(pronoun) ? new Set(['organization', 'group', 'person']) : null;
}

/** Binary search: the first mention that starts at `position` or later. */
function firstAtOrAfter(mentions: readonly Mention[], position: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
