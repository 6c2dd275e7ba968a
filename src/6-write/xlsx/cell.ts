import type { Cell, CellType } from '../../5-record/tables/table.ts';
import { cellTextXml } from './cell-text.ts';
import { serialOf } from './date.ts';
import { type Format, formatIndex } from './styles.ts';

/** What had to be done to a text so that a cell can hold it. */
export type Mended = (what: { readonly removed: number; readonly cut: boolean }) => void;

/** The XML of one typed cell; empty for null. Text is never a formula, whatever it begins with. */
export function cellXml(place: string, type: CellType, value: Cell, format: Format, mended: Mended): string {
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return numberXml(place, value, format);
  if (typeof value === 'boolean') return `<c r="${place}" s="${formatIndex(format)}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const serial = type === 'date' ? serialOf(value) : null;
  if (serial !== null) return numberXml(place, serial, 'date');
  const text = cellTextXml(type === 'date' ? value.slice(0, 10) : value);
  if (text.removed > 0 || text.cut) mended(text);
  return `<c r="${place}" s="${formatIndex(format)}" t="inlineStr"><is><t xml:space="preserve">${text.xml}</t></is></c>`;
}

const numberXml = (place: string, value: number, format: Format): string =>
  `<c r="${place}" s="${formatIndex(format)}"><v>${value}</v></c>`;

/** A, B, …, Z, AA, … for 0, 1, … */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
