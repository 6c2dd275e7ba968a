import type { Span } from '../../article/span.ts';

/** Lines of hard-wrapped text lie in this range of lengths, all but the last of a paragraph. */
const WRAPPED = { shortest: 45, longest: 100, spread: 25 };

/**
 * The blocks of plain text: what stands between blank lines, and inside of that
 * each line for itself, unless the lines are one hard-wrapped paragraph.
 */
export function plainBlocks(text: string): Span[] {
  const groups: Span[][] = [[]];
  for (const line of lines(text)) {
    if (line.start === line.end) groups.push([]);
    else groups.at(-1)!.push(line);
  }
  return groups.flatMap((group) =>
    isWrapped(text, group) ? [{ start: group[0]!.start, end: group.at(-1)!.end }] : group,
  );
}

/** Each line without the white space around it; an empty span for a blank one. */
function* lines(text: string): Generator<Span> {
  const breaks = /\r\n|[\n\r\u2028\u2029\u0085\f\v]|$/g;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(breaks)) {
    const line = text.slice(from, index);
    const start = from + (line.length - line.trimStart().length);
    yield { start, end: Math.max(start, from + line.trimEnd().length) };
    from = index + mark.length;
  }
}

function isWrapped(text: string, group: readonly Span[]): boolean {
  if (group.length < 2) return false;
  const body = group.slice(0, -1);
  const lengths = body.map(({ start, end }) => end - start);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const even = lengths.every((length) => length >= WRAPPED.shortest && longest - length <= WRAPPED.spread);
  const midSentence = body.filter(({ end }) => !/[.!?:"”]/.test(text.charAt(end - 1))).length;
  return even && longest <= WRAPPED.longest && midSentence * 2 > body.length;
}
