// Compiled, never run: what the compiler must refuse.
import { findBlocks } from '../../src/2-segment/find-blocks/find-blocks.ts';
import { splitSentences } from '../../src/2-segment/split-sentences/split-sentences.ts';
import { splitTokens } from '../../src/2-segment/split-tokens/split-tokens.ts';
import type { OpedRecord, RecordLayer, RecordOf } from '../../src/5-record/record.ts';
import { recordOf } from '../../src/5-record/record-of.ts';
import { candidates } from '../../src/5-record/tables/candidates.ts';
import { entities } from '../../src/5-record/tables/entities.ts';
import { table } from '../../src/5-record/tables/table.ts';
import type { Article } from '../../src/article/article.ts';
import { type Pipeline, pipeline } from '../../src/pipeline/pipeline.ts';
import { defineRun } from '../../src/pipeline/run.ts';
import { stage } from '../../src/pipeline/stage.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Claim extends true>(): void => {};

const segmented = pipeline().use(findBlocks()).use(splitSentences()).use(splitTokens());
holds<Same<typeof segmented, Pipeline<'front' | 'blocks' | 'sentences' | 'tokens'>>>();

// @ts-expect-error: sentences are split inside blocks, which nobody has found yet
pipeline().use(splitSentences());

// @ts-expect-error: tokens come after the sentences they stand in
pipeline().use(findBlocks()).use(splitTokens());

// @ts-expect-error: two stages may not add one layer
pipeline().use(findBlocks()).use(findBlocks());

stage({
  name: 'peeks',
  needs: ['sentences'],
  adds: ['issue'],
  // @ts-expect-error: a stage sees only the layers it says it needs
  run: ({ tokens }) => ({ issue: { phrase: tokens[0].lower, span: null, confidence: 1, alternatives: [], by: 'x' } }),
});

stage({
  name: 'forgets',
  needs: [],
  adds: ['sentences', 'tokens'],
  // @ts-expect-error: it says that it adds tokens too
  run: () => ({ sentences: [] }),
});

const namesIssue = stage({
  name: 'names-issue',
  needs: ['sentences'],
  adds: ['issue'],
  run: () => ({ issue: { phrase: null, span: null, confidence: 0, alternatives: [], by: 'x/y' } }),
});

defineRun({ through: segmented.use(namesIssue), into: [candidates] });

defineRun({
  through: segmented,
  // @ts-expect-error: no stage of this pipeline names the issue
  into: [candidates],
});

defineRun({
  through: segmented.use(namesIssue),
  // @ts-expect-error: the second table asks for names, which nobody finds
  into: [candidates, entities],
});

table({
  name: 'peeks',
  title: 'Peeks',
  meaning: '',
  needs: ['front', 'issue'],
  // @ts-expect-error: a table sees only the fields of the layers it says it needs
  rows: ({ entities }) => entities,
  columns: [],
});

table({
  name: 'half',
  title: 'Half',
  meaning: '',
  needs: ['sentences', 'roles'],
  // @ts-expect-error: a record's sentences need the voices too
  rows: ({ sentences }) => sentences,
  columns: [],
});

table({
  name: 'misspelt',
  title: 'Misspelt',
  meaning: '',
  needs: ['markers'],
  rows: ({ markers }) => markers,
  // @ts-expect-error: a row has no such field
  columns: [{ header: 'kind', meaning: '', type: 'text', value: (row) => row.knid }],
});

holds<Same<RecordOf<RecordLayer>, Pick<OpedRecord, keyof OpedRecord>>>();
const whole = (article: Article<RecordLayer>): OpedRecord => recordOf(article, []);
// @ts-expect-error: a record of segments alone is no whole record
const partial = (article: Article<'front' | 'blocks'>): OpedRecord => recordOf(article, []);

export { partial, whole };
