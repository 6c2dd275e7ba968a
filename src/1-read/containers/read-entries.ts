import { type Held, LIMITS, type Place, type ReadOptions, refusal, refuse } from '../options.ts';
import { rootName } from '../read-xml/read-xml.ts';

/** Roots of documents that are lists of entries. */
const LISTS: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf']);

/** Of a list that tells more of itself than so many characters, entries are only given what `TELLING` finds. */
const LONGEST_HEAD = 64 * 1024;

/** What the readers ask the head of a list; WordPress puts thousands of categories and tags beside it. */
const TELLING =
  /<(?:\w+:)?(?:language|wxr_version)>[^<]{0,100}<\/[^>]{1,100}>|<wp:author>(?:(?!<\/wp:author>)[\s\S]){0,500}<\/wp:author>/g;

/** So much of such a head is looked through. */
const LOOK = 2 ** 20;

/** Bytes that are gathered before they are looked through. */
const GATHER = 2 ** 20;

/** Where an entry begins and ends, and what may hold the same characters without meaning it. */
const MARK = /<!\[CDATA\[|<!--|<(?:item|entry)(?=[\s>])|<\/(?:item|entry)\s*>/g;
const ENDS: ReadonlyMap<string, string> = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
]);

/** A mark that a chunk cuts in two is no longer than this. */
const LONGEST_MARK = 32;

/** Whether a document is a list of entries (RSS, WXR, Atom, RDF) in an encoding that can be cut as bytes. */
export const isList = (head: Buffer): boolean => LISTS.has(rootName(head.toString('latin1', 0, 4096)));

/**
 * The entries of a list that is too large to be read whole, each as a document of its own with the list's head around
 * it. One that is broken or too large costs only itself; where all come to nothing, the list is refused.
 */
export async function* readEntries(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  options: ReadOptions,
  gather = GATHER,
): AsyncGenerator<Held> {
  const limit = options.maxBytes ?? LIMITS.document;
  const cutter = new Cutter(limit);
  let number = 0;
  for await (const chunk of gathered(chunks, gather)) {
    for (const entry of cutter.add(chunk)) yield heldOf(entry, ++number);
    if (cutter.isHopeless()) return void (yield refuse(place, { code: 'input-too-large', limit }));
  }
  for (const entry of cutter.end()) yield heldOf(entry, ++number);
  yield { refusal: refusal(place, { code: 'no-article-found' }), unless: number };

  function heldOf(entry: string | null, number: number): Held {
    const archive = `${place.archive ?? ''}#${number}`;
    if (entry === null) return refuse({ ...place, archive }, { code: 'input-too-large', limit });
    const bytes = Buffer.from(entry, 'latin1');
    return {
      document: { path: place.path, bytes },
      envelope: { archive: place.archive, cut: { as: 'entry', number } },
    };
  }
}

async function* gathered(chunks: AsyncIterable<Uint8Array>, least: number): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size < least) continue;
    yield Buffer.concat(parts).toString('latin1');
    [parts, size] = [[], 0];
  }
  yield Buffer.concat(parts).toString('latin1');
}

/** Cuts a list, given piece by piece, into its entries. Works on bytes as Latin-1: all marks are ASCII. */
class Cutter {
  readonly #limit: number;
  #rest = '';
  /** Position in `#rest` up to which there is no mark. */
  #at = 0;
  /** What ends the comment or CDATA section that `#at` stands in. */
  #until: string | null = null;
  #frame: Frame | null = null;
  #isInside = false;
  #isTooLarge = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The entries that end in this piece; null for one above the limit. */
  *add(piece: string): Generator<string | null> {
    this.#rest += piece;
    for (let mark = this.#next(); mark !== null; mark = this.#next()) {
      if (mark.text.startsWith('</')) {
        if (this.#isInside) yield this.#entry(mark.end);
      } else if (!this.#isInside) this.#begin(mark.start);
    }
    this.#forget();
  }

  /** An entry that never ends. */
  *end(): Generator<string | null> {
    if (this.#isInside) yield this.#entry(this.#rest.length);
  }

  /** Whether no entry has begun where one must. */
  isHopeless(): boolean {
    return this.#frame === null && this.#rest.length > this.#limit;
  }

  #begin(start: number): void {
    this.#frame ??= frameOf(this.#rest.slice(0, start));
    this.#isInside = true;
    this.#drop(start);
  }

  #entry(end: number): string | null {
    const { before, after } = this.#frame!;
    const entry = this.#rest.slice(0, end);
    const isWhole = !this.#isTooLarge && before.length + end <= this.#limit;
    this.#isInside = false;
    this.#isTooLarge = false;
    this.#drop(end);
    return isWhole ? before + entry + after : null;
  }

  /** Keeps of an entry above the limit, and of what lies between entries, only what a mark may begin in. */
  #forget(): void {
    if (this.#isInside && this.#rest.length > this.#limit) this.#isTooLarge = true;
    if (this.#isTooLarge || (this.#frame && !this.#isInside)) this.#drop(this.#at);
  }

  #drop(count: number): void {
    this.#rest = this.#rest.slice(count);
    this.#at = Math.max(0, this.#at - count);
  }

  /** The next tag of an entry; null when more has to be read first. */
  #next(): { text: string; start: number; end: number } | null {
    for (;;) {
      if (this.#until !== null) {
        const end = this.#rest.indexOf(this.#until, this.#at);
        if (end < 0) return this.#wait(2);
        this.#at = end + this.#until.length;
        this.#until = null;
      }
      MARK.lastIndex = this.#at;
      const found = MARK.exec(this.#rest);
      if (!found) return this.#wait(LONGEST_MARK);
      this.#at = found.index + found[0].length;
      this.#until = ENDS.get(found[0]) ?? null;
      if (this.#until === null) return { text: found[0], start: found.index, end: this.#at };
    }
  }

  #wait(back: number): null {
    this.#at = Math.max(this.#at, this.#rest.length - back);
    return null;
  }
}

/** What stands around every entry, so that it is a document. */
interface Frame {
  readonly before: string;
  readonly after: string;
}

const TAG =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[?!][^<>]*>|<(\/?)([\w:.-]+)(?:"[^"<]*"|'[^'<]*'|[^<>"'])*?(\/?)>/g;

/** Of a list's head: the head, and the end tags of the elements that are open behind it. */
function frameOf(head: string): Frame {
  const open: { name: string; tag: string }[] = [];
  for (const [tag, isEnd, name, isEmpty] of head.matchAll(TAG)) {
    if (name === undefined) continue;
    if (isEnd) open.pop();
    else if (!isEmpty) open.push({ name, tag });
    // Too deep to be read: the entries are refused one by one.
    if (open.length > LIMITS.depth) break;
  }
  const before = head.length <= LONGEST_HEAD ? head : shortened(head, open.map(({ tag }) => tag).join(''));
  return { before, after: open.reduceRight((ends, { name }) => `${ends}</${name}>`, '') };
}

function shortened(head: string, tags: string): string {
  let short = (/^[^<]*<\?xml[^>]*\?>/.exec(head)?.[0] ?? '') + tags;
  for (const [telling] of head.slice(0, LOOK).matchAll(TELLING)) {
    if (short.length + telling.length <= LONGEST_HEAD) short += telling;
  }
  return short;
}
