import { readFileSync } from 'node:fs';

/**
 * Reads a word list that lies beside its stage: tab-separated, one entry a line,
 * `#` lines are comments that name the source. Fields are trimmed; an absent
 * trailing field is the empty string.
 *
 * @param file such as `new URL('./abbreviations.tsv', import.meta.url)`
 * @returns one array of `columns` strings an entry, in the order of the file
 */
export function readLexicon(file: URL, columns: number): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const fields = line.split('\t').map((field) => field.trim());
      if (fields.length > columns) throw new Error(`${file.pathname}: "${line}" has more than ${columns} fields`);
      while (fields.length < columns) fields.push('');
      return fields;
    });
}
