import type { Cell, CellType } from '../../5-record/tables/table.ts';

/**
 * Cell formats, each known by its place in this list. Pro is blue and con is
 * orange, which people who do not tell red from green tell apart; the words
 * stand in the cell as well.
 */
const FORMATS = [
  { name: 'plain', font: 0, fill: 0, number: 0, wrap: false },
  { name: 'header', font: 1, fill: 2, number: 0, wrap: true },
  { name: 'wrapped', font: 0, fill: 0, number: 0, wrap: true },
  { name: 'integer', font: 0, fill: 0, number: 3, wrap: false },
  { name: 'decimal', font: 0, fill: 0, number: 4, wrap: false },
  { name: 'date', font: 0, fill: 0, number: 164, wrap: false },
  { name: 'link', font: 2, fill: 0, number: 0, wrap: false },
  { name: 'pro', font: 0, fill: 3, number: 0, wrap: false },
  { name: 'con', font: 0, fill: 4, number: 0, wrap: false },
  { name: 'both', font: 0, fill: 5, number: 0, wrap: false },
  { name: 'heading', font: 3, fill: 0, number: 0, wrap: false },
] as const;

export type Format = (typeof FORMATS)[number]['name'];

const INDEX = new Map<Format, number>(FORMATS.map(({ name }, index) => [name, index]));

export const formatIndex = (format: Format): number => INDEX.get(format)!;

const SIDES: Record<string, Format> = { pro: 'pro', con: 'con', both: 'both', balanced: 'both' };

const OF_TYPE: Record<CellType, Format> = {
  text: 'plain',
  flag: 'plain',
  side: 'plain',
  integer: 'integer',
  number: 'decimal',
  share: 'decimal',
  rate: 'decimal',
  date: 'date',
};

/** How a value of a column looks. */
export function formatOf(type: CellType, value: Cell, wrap: boolean): Format {
  if (type === 'side') return SIDES[String(value)] ?? 'plain';
  return type === 'text' && wrap ? 'wrapped' : OF_TYPE[type];
}

const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

const FONTS = [
  '<font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0B57A4"/><name val="Calibri"/></font>',
  '<font><b/><sz val="15"/><name val="Calibri"/></font>',
];

// The first two are fixed by the format.
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  fill('33415C'),
  fill('CFE3F7'),
  fill('FBDDBF'),
  fill('E3E0EE'),
];

const xf = ({ font, fill: filled, number, wrap }: (typeof FORMATS)[number]): string =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="${filled}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">` +
  `<alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`;

/** xl/styles.xml */
export const stylesXml = (): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="${FONTS.length}">${FONTS.join('')}</fonts>` +
  `<fills count="${FILLS.length}">${FILLS.join('')}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length}">${FORMATS.map(xf).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
