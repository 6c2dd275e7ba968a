import { basename } from 'node:path';
import type { OpedRecord } from './record.ts';

/** By which a record and its gold file know each other: the id that the input gave, else the file's name without its ending. */
export const goldId = ({ source: { id, path } }: Pick<OpedRecord, 'source'>): string =>
  id ?? basename(path).replace(/\.(?:txt|md|html?|json)$/i, '');
