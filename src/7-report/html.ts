/** Markup that is safe to put into a page. Only `html` and `raw` make it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Piece = string | number | Html | null | undefined | false | readonly Piece[];

/** Markup from a template in which every value is escaped unless it is markup itself; null, false and undefined are nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly Piece[]): Html =>
  new Html(strings.map((text, index) => text + markupOf(values[index])).join(''));

/** Text that is markup already, such as an SVG that our own code drew. */
export const raw = (markup: string): Html => new Html(markup);

function markupOf(value: Piece): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  return typeof value === 'object' ? value.map(markupOf).join('') : escapeHtml(String(value));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// A parser would turn returns into line feeds and drop NUL; both would shift positions in the text.
const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
    .replace(/\r/g, '&#13;')
    .replaceAll('\0', '\uFFFD');

/** JSON for a `<script type="application/json">` or a script file: nothing in it can end the element. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
