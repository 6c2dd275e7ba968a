import type { RecordLayer } from './record.ts';
import { articles } from './tables/articles.ts';
import { attributions } from './tables/attributions.ts';
import { balance } from './tables/balance.ts';
import { candidates } from './tables/candidates.ts';
import { entities } from './tables/entities.ts';
import { markers } from './tables/markers.ts';
import { measures } from './tables/measures.ts';
import { mentions } from './tables/mentions.ts';
import { sentences } from './tables/sentences.ts';
import type { Table } from './tables/table.ts';

/** Every view of records, in the order of the workbook's sheets. */
export const TABLES: readonly Table<RecordLayer>[] = [
  articles,
  balance,
  sentences,
  entities,
  mentions,
  markers,
  attributions,
  candidates,
  measures,
];
