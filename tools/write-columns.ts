// Writes docs/columns.md from the dictionary of columns: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { columnsDocument } from '../src/5-record/dictionary.ts';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/columns.md', columnsDocument());
