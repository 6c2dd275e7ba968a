/**
 * A stretch of an article's text: `text.slice(start, end)`.
 *
 * Positions count UTF-16 code units, as JavaScript strings do. `start` is
 * inside, `end` is outside. Every annotation is a span with more fields.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Document order; of two spans that start together, the longer first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Whether a cut at `position` would part the two halves of one character. */
export const splitsPair = (text: string, position: number): boolean => {
  const before = text.charCodeAt(position - 1);
  const after = text.charCodeAt(position);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
};

/** Whether the span lies in the text, is not empty, and splits no character. */
export const isInside = (text: string, { start, end }: Span): boolean =>
  start >= 0 && start < end && end <= text.length && !splitsPair(text, start) && !splitsPair(text, end);
