import { escapeXml } from './cell-text.ts';
import type { SheetFile } from './sheet-file.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Name of a sheet's part, counted from 1. */
export const sheetPart = (number: number): string => `worksheets/sheet${number}.xml`;

export const contentTypes = (sheets: readonly SheetFile[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
  sheets.map((_, i) => `<Override PartName="/xl/${sheetPart(i + 1)}" ContentType="${TYPES}.worksheet+xml"/>`).join('') +
  '</Types>';

export const packageRelations = (): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const workbookRelations = (sheets: readonly SheetFile[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  sheets
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="${sheetPart(i + 1)}"/>`)
    .join('') +
  `<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

/** The list of sheets, with the filter of each and its header row repeated on every printed page. */
export const workbookXml = (sheets: readonly SheetFile[]): string =>
  `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}">` +
  '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000" tabRatio="850"/></bookViews><sheets>' +
  sheets.map(({ title }, i) => `<sheet name="${escapeXml(title)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
  `</sheets><definedNames>${sheets.map(filterName).join('')}${sheets.map(printTitle).join('')}</definedNames></workbook>`;

const filterName = ({ title, area }: SheetFile, index: number): string =>
  `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escapeXml(title)}'!${fixed(area)}</definedName>`;

const printTitle = ({ title }: SheetFile, index: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(title)}'!$1:$1</definedName>`;

const fixed = (area: string): string => area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
