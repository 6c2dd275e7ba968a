import { cleanAuthors } from '../clean-authors.ts';
import { type Draft, draftOf, joinPieces } from '../draft.ts';
import { isoDate } from '../iso-date.ts';

/** Start of header, start of text and end of text in IPTC 7901 and ANPA 1312. */
const MARKS = { header: '\x01', text: '\x02', end: '\x03' } as const;
const CONTROLS = /[\x00-\x08\x0b\x0e-\x1f\x7f]/g;
const NOT_FOR_PRINT =
  /^(?:The following information is not (?:intended )?for publication|\* \* \* \*|# Notebook|AP-[A-Z]{2}-\d)/m;

/** Whether a text is an agency's wire story: a header between control characters. */
export const isWire = (head: string): boolean => /^(?:\x16{1,4})?\x01/.test(head) && head.includes(MARKS.text);

/** A wire story in IPTC 7901 (agencies of Europe) or ANPA 1312 (North America). */
export function readWire(source: string): Draft[] {
  const from = source.indexOf(MARKS.text);
  const end = source.indexOf(MARKS.end, from);
  const story = source.slice(from + 1, end < 0 ? source.length : end);
  const isAnpa = source.startsWith('\x16') || /^\^/m.test(story);
  const { title, byline, paragraphs } = isAnpa ? anpa(story) : iptc(story);
  return [
    draftOf({
      ...joinPieces(paragraphs.map((text) => ({ kind: 'paragraph', text }))),
      title,
      authors: cleanAuthors(byline === null ? [] : [byline]),
      published: filed(source),
    }),
  ];
}

interface Story {
  readonly title: string | null;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
}

/** Headline up to `=`, byline, paragraphs between blank lines. */
function iptc(story: string): Story {
  const bare = story.replace(CONTROLS, '').split(NOT_FOR_PRINT)[0]!;
  const parts = bare
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [head = '', ...paragraphs] = parts;
  const lines = head.split(/\r?\n/).map((line) => line.replace(/\s*=\s*$/, '').trim());
  const by = lines.findIndex((line) => /^By\s/.test(line));
  return {
    title: lines.slice(0, by < 0 ? lines.length : by).join(' ') || null,
    byline: by < 0 ? null : lines[by]!,
    paragraphs: paragraphs.map((part) => part.replace(/\s+/g, ' ')),
  };
}

/** Lines of the head end in `<` or `=`; paragraphs begin with a tabulator. */
function anpa(story: string): Story {
  const lines = story.split(/\r?\n/).map((line) => line.replace(CONTROLS, ''));
  const isParagraph = (line: string) => /^\t/.test(line) && !/^\t?\s*\^/.test(line);
  const head = lines
    .filter((line) => !isParagraph(line))
    .map((line) =>
      line
        .replace(/^\^/, '')
        .replace(/\s*[<=]\s*$/, '')
        .trim(),
    );
  const heads = head.filter((line) => line !== '' && !/^(?:AP Photo|Eds:|EDITOR|AP-)/.test(line));
  return {
    title: heads[1] ?? heads[0] ?? null,
    byline: heads.find((line) => /^By\s/.test(line)) ?? null,
    paragraphs: lines
      .filter((line) => isParagraph(line))
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => /\p{L}/u.test(line) && !NOT_FOR_PRINT.test(line)),
  };
}

/** `131137 GMT Nov 13` or `AP-WF-11-13-13 1509GMT`, with two digits for the year; agencies went electronic after 1970. */
function filed(source: string): string | null {
  const european = /\b(\d{2})(\d{2})(\d{2})\s+(?:GMT\s+)?([A-Z][a-z]{2})\s+(\d{2})\s*$/m.exec(
    source.replace(CONTROLS, '').trimEnd(),
  );
  if (european)
    return isoDate(`${european[1]} ${european[4]} ${century(european[5]!)} ${european[2]}:${european[3]} GMT`);
  const american = /AP-[A-Z]{2}-(\d{2})-(\d{2})-(\d{2})\s+(\d{2})(\d{2})GMT/.exec(source);
  return american
    ? isoDate(`${century(american[3]!)}-${american[1]}-${american[2]}T${american[4]}:${american[5]}Z`)
    : null;
}

const century = (year: string): string => (Number(year) < 70 ? `20${year}` : `19${year}`);
