/** A cell holds at most this many UTF-16 code units. */
const CELL_LIMIT = 32_767;

/** Stands at the end of a text that was cut. */
const CUT = ' … [cut]';

// Controls but for tab, line feed and return; halves of surrogate pairs; U+FFFE and U+FFFF: XML 1.0 has no way to say them.
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** Excel reads `_x0041_` as the character U+0041; the underscore itself is then said the same way. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

export interface CellText {
  /** As it stands in the sheet's XML. */
  readonly xml: string;
  /** Characters that were removed because XML has none such. */
  readonly removed: number;
  readonly cut: boolean;
}

/** What a text becomes in a cell: legal, short enough, escaped. */
export function cellTextXml(text: string): CellText {
  const legal = text.replace(ILLEGAL, '');
  const cut = legal.length > CELL_LIMIT;
  const kept = cut ? legal.slice(0, CELL_LIMIT - CUT.length).replace(/\p{Surrogate}$/u, '') + CUT : legal;
  return { xml: escapeXml(kept.replace(ESCAPE_LIKE, '_x005F_')), removed: text.length - legal.length, cut };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** A bare carriage return would come back as a line feed. */
export const escapeXml = (text: string): string => text.replace(/[&<>"\r]/g, (character) => ENTITIES[character]!);
