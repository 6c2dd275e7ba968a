import { readFileSync } from 'node:fs';
import type { EntityType } from '../../src/article/layers.ts';
import type { LabelledDocument } from './corpora.ts';
import { labelled } from './gold.ts';

const MARK = /⟦([a-z]+):([^⟦⟧]+)⟧/g;

/** The sentences of `sentences.txt`, each a document: names marked as `⟦type:name⟧`. */
export async function readOwnSentences(file: URL, weight: number): Promise<LabelledDocument[]> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return Promise.all(lines.map((line) => labelled(...unmark(line), weight)));
}

function unmark(line: string): [string, { start: number; end: number; type: EntityType }[]] {
  const names: { start: number; end: number; type: EntityType }[] = [];
  let text = '';
  let from = 0;
  for (const { 0: mark, 1: type, 2: name = '', index } of line.matchAll(MARK)) {
    text += line.slice(from, index);
    names.push({ start: text.length, end: text.length + name.length, type: type as EntityType });
    text += name;
    from = index + mark.length;
  }
  return [text + line.slice(from), names];
}
