import { Readability } from '@mozilla/readability';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import type { Piece } from '../draft.ts';
import { isoDate } from '../iso-date.ts';
import { completed } from './complete-body.ts';
import { withoutControls } from './drop-controls.ts';
import type { Metadata } from './metadata.ts';
import { pageBlocks } from './page-blocks.ts';
import type { Element, Page } from './parse-page.ts';
import { letters } from './plain-text.ts';
import { removeJunk } from './remove-junk.ts';

const JUNK_LINES = readLexicon(new URL('./junk-lines.tsv', import.meta.url), 1).map(
  ([line]) => new RegExp(`^(?:${line})$`, 'iu'),
);

/** Longer lines are prose whatever they begin with. */
const LONGEST_JUNK = 260;

/** Elements whose class name must not make Readability drop them ("subheader", "paragraph--community"). */
const PROSE = 'p, h2, h3, h4, h5, h6, blockquote';

/** The blocks of the article in a page, empty when there is none. Takes the page apart: read the metadata first. */
export function extractBody(page: Page, metadata: Metadata): Piece[] {
  removeJunk(page);
  const all = pageBlocks(page.body);
  for (const element of page.querySelectorAll(PROSE)) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
  const found = new Readability(page as never, { serializer: (node) => node as unknown as Element }).parse();
  const pieces = found?.content ? completed(pageBlocks(found.content), all, metadata.body) : [];
  if (showsLittle(pieces, metadata.body)) return toldBlocks(metadata.body ?? '');
  const front = frontLines(metadata);
  const prose = withoutControls(pieces).filter(
    (piece) => !isJunkLine(piece.text) && !isDateLine(piece.text) && !front.has(letters(piece.text)),
  );
  return prose.slice(0, prose.findLastIndex(({ kind }) => kind !== 'heading') + 1);
}

/** Whether the page draws most of what its metadata tell by a script, which never runs here. */
const showsLittle = (pieces: readonly Piece[], told: string | null): boolean =>
  letters(told ?? '').length > 2 * letters(pieces.map(({ text }) => text).join(' ')).length;

const toldBlocks = (told: string): Piece[] =>
  told.split(/\s*\n\s*/).flatMap((text) => (text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim() }]));

/** "Friday, 22 Nov 2024 4:55 PM MYT". */
const isDateLine = (line: string): boolean =>
  line.length < 45 && !/[a-z]{2}[.!?]$/.test(line) && isoDate(line) !== null;

const isJunkLine = (line: string): boolean => line.length <= LONGEST_JUNK && JUNK_LINES.some((junk) => junk.test(line));

/** Title and byline stand in the record's own fields. */
function frontLines({ title, authors }: Metadata): Set<string> {
  const names = authors.map(({ name }) => name);
  const lines = [
    title ?? '',
    ...names,
    ...names.map((name) => `by ${name}`),
    names.join(' and '),
    `by ${names.join(' and ')}`,
  ];
  return new Set(lines.map(letters).filter((line) => line !== ''));
}
