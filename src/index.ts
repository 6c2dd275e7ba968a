/**
 * oped as a library: the same stages, readers and writers that the command uses.
 *
 * ```ts
 * import { analysis, readInput, recordOf } from 'oped';
 *
 * for await (const item of readInput('column.html')) {
 *   if (!item.ok) continue;
 *   const outcome = await analysis().run(item.article);
 *   if (outcome.kept) console.log(recordOf(outcome.article, outcome.problems).verdict);
 * }
 * ```
 *
 * Positions are UTF-16 code units, half-open. All code is ESM for Node 20.
 */
export { type AnalysisOptions, analysis } from '../pipelines/analysis.ts';
export { type TakeApartOptions, type TakenApart, takeApart } from '../pipelines/article.ts';
export { explain } from '../pipelines/explain.ts';
export { report } from '../pipelines/report.ts';
export { type SpreadsheetOptions, spreadsheet } from '../pipelines/spreadsheet.ts';
export { findInputs } from './1-read/find-inputs.ts';
export type { ReadItem, ReadOptions } from './1-read/options.ts';
export { readInput } from './1-read/read-input.ts';
export { findBlocks } from './2-segment/find-blocks/find-blocks.ts';
export { splitSentences } from './2-segment/split-sentences/split-sentences.ts';
export { splitTokens } from './2-segment/split-tokens/split-tokens.ts';
export { findAttributions } from './3-annotate/find-attributions/find-attributions.ts';
export { findExpressions } from './3-annotate/find-expressions/find-expressions.ts';
export { findNames } from './3-annotate/find-names/find-names.ts';
export { linkClauses } from './3-annotate/link-clauses/link-clauses.ts';
export { markStance } from './3-annotate/mark-stance/mark-stance.ts';
export { measureStance } from './3-annotate/measure-stance/measure-stance.ts';
export { takeVoices } from './3-annotate/take-voices/take-voices.ts';
export { deciders, type EngineName } from './4-decide/deciders.ts';
export { drawBalance } from './4-decide/draw-balance/draw-balance.ts';
export { findIssue } from './4-decide/find-issue/find-issue.ts';
export { takeRoles } from './4-decide/take-roles/take-roles.ts';
export { takeVerdict } from './4-decide/take-verdict/take-verdict.ts';
export type { OpedRecord } from './5-record/record.ts';
export { recordOf } from './5-record/record-of.ts';
export { parseRecord } from './5-record/schema.ts';
export { table } from './5-record/tables/table.ts';
export { TABLES } from './5-record/tables.ts';
export { writeTables } from './6-write/csv.ts';
export { readRecords, writeJsonl } from './6-write/jsonl.ts';
export { writeParquet } from './6-write/parquet.ts';
export { markdownView } from './6-write/view/markdown.ts';
export { terminalView } from './6-write/view/terminal.ts';
export { writeWorkbook } from './6-write/xlsx/workbook.ts';
export { writeReport } from './7-report/write-report.ts';
export type { Article, ArticleSource } from './article/article.ts';
export type { LayerName, Layers } from './article/layers.ts';
export { ArticleRejected, describe, type Problem, RunStopped, StageBug } from './article/problem.ts';
export type { Span } from './article/span.ts';
export { checkEngines } from './doctor/engines.ts';
export { type Outcome, type Pipeline, pipeline } from './pipeline/pipeline.ts';
export { defineRun } from './pipeline/run.ts';
export { type Stage, stage } from './pipeline/stage.ts';
export type { ArchiveOptions } from './run-archive/options.ts';
export { runArchive, type Summary } from './run-archive/run-archive.ts';
export { score } from './score/score.ts';
