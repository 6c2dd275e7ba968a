import type { Span } from './span.ts';

/**
 * Something about one document that a person should see, in `problems.jsonl`.
 *
 * A union by `code` with just its own fields; only `describe` makes prose of it,
 * so a new code without a sentence does not compile.
 */
export type Problem =
  | { readonly code: 'nothing-to-read' }
  | { readonly code: 'binary-file' }
  | { readonly code: 'file-missing' }
  | { readonly code: 'file-unreadable'; readonly detail: string }
  | { readonly code: 'invalid-json'; readonly line: number; readonly detail: string }
  | { readonly code: 'text-missing'; readonly field: string }
  | { readonly code: 'invalid-front-matter'; readonly detail: string }
  | { readonly code: 'no-article-found' }
  | { readonly code: 'language-not-english'; readonly language: string }
  | { readonly code: 'not-opinion' }
  | { readonly code: 'not-an-article'; readonly what: string }
  | { readonly code: 'format-not-read'; readonly format: string }
  | { readonly code: 'link-refused' }
  | { readonly code: 'input-too-large'; readonly limit: number }
  | { readonly code: 'line-too-long'; readonly line: number; readonly limit: number }
  | { readonly code: 'nested-too-deep'; readonly limit: number }
  | { readonly code: 'lone-surrogate'; readonly count: number }
  | { readonly code: 'invalid-xml'; readonly detail: string }
  | { readonly code: 'invalid-csv'; readonly line: number; readonly detail: string }
  | { readonly code: 'archive-damaged'; readonly detail: string }
  | { readonly code: 'archive-too-deep' }
  | { readonly code: 'compressed-too-well'; readonly ratio: number }
  | { readonly code: 'too-many-entries'; readonly limit: number }
  | { readonly code: 'unsafe-name' }
  | { readonly code: 'encrypted-entry' }
  | { readonly code: 'record-without-page'; readonly what: string }
  | { readonly code: 'document-too-large'; readonly size: number; readonly limit: number }
  | { readonly code: 'character-run-too-long'; readonly at: Span; readonly limit: number }
  | { readonly code: 'replacement-character'; readonly count: number }
  | { readonly code: 'cell-cut'; readonly column: string; readonly count: number }
  | { readonly code: 'characters-removed'; readonly column: string; readonly count: number }
  | { readonly code: 'stage-failed'; readonly detail: string }
  | { readonly code: 'document-too-slow'; readonly limit: number }
  | { readonly code: 'document-too-heavy'; readonly limit: number }
  | { readonly code: 'worker-died'; readonly detail: string }
  | { readonly code: 'near-duplicate'; readonly of: string; readonly likeness: number };

/** The only place where problems become prose: one clear sentence each. */
export function describe(problem: Problem): string {
  switch (problem.code) {
    case 'nothing-to-read':
      return 'The document holds no text.';
    case 'binary-file':
      return 'The document is binary data of no format that oped reads.';
    case 'file-missing':
      return 'There is no such file or folder.';
    case 'file-unreadable':
      return `The file could not be read: ${problem.detail}.`;
    case 'invalid-json':
      return `Line ${problem.line} is not valid JSON: ${problem.detail}.`;
    case 'text-missing':
      return `The record has no text in its field "${problem.field}"; --map text=FIELD names another.`;
    case 'invalid-front-matter':
      return `The front matter between the --- lines is not valid YAML: ${problem.detail}.`;
    case 'no-article-found':
      return 'No article was found in the document.';
    case 'language-not-english':
      return `The article seems to be in "${problem.language}", not English; --any-language reads it all the same.`;
    case 'not-opinion':
      return 'Nothing in its section, address, genre or byline says that the piece is opinion.';
    case 'not-an-article':
      return `The document is ${problem.what}, which holds no article.`;
    case 'format-not-read':
      return `The document is ${problem.format}, which oped does not read.`;
    case 'link-refused':
      return 'The path is a symbolic link, which oped does not follow.';
    case 'input-too-large':
      return `The document is larger than the limit of ${problem.limit} bytes.`;
    case 'line-too-long':
      return `Line ${problem.line} is longer than the limit of ${problem.limit} bytes.`;
    case 'nested-too-deep':
      return `The markup nests more than ${problem.limit} elements deep.`;
    case 'lone-surrogate':
      return `${problem.count} halves of surrogate pairs stood alone and were replaced by U+FFFD.`;
    case 'invalid-xml':
      return `The document is not valid XML: ${problem.detail}.`;
    case 'invalid-csv':
      return `Line ${problem.line} is not valid CSV: ${problem.detail}.`;
    case 'archive-damaged':
      return `The archive is damaged: ${problem.detail}.`;
    case 'archive-too-deep':
      return 'The archive lies in an archive that itself lies in an archive.';
    case 'compressed-too-well':
      return `The data grow more than ${problem.ratio}-fold when unpacked, as only a bomb does.`;
    case 'too-many-entries':
      return `The archive has more entries than the limit of ${problem.limit}; the rest was not read.`;
    case 'unsafe-name':
      return 'The name of the entry leads out of the archive or holds forbidden characters.';
    case 'encrypted-entry':
      return 'The entry is encrypted.';
    case 'record-without-page':
      return `The record is ${problem.what}, not a page with text.`;
    case 'document-too-large':
      return `The document has ${problem.size} characters, more than the limit of ${problem.limit}.`;
    case 'character-run-too-long':
      return `From ${problem.at.start} on, a run of more than ${problem.limit} characters without a space was analysed in pieces.`;
    case 'replacement-character':
      return `${problem.count} characters could not be decoded and stand as U+FFFD.`;
    case 'cell-cut':
      return `${problem.count} texts of ${problem.column} were longer than a cell can hold and end in "… [cut]".`;
    case 'characters-removed':
      return `${problem.count} characters of ${problem.column} that no workbook can hold were removed.`;
    case 'stage-failed':
      return `A mistake in oped kept this document from being analysed: ${problem.detail}.`;
    case 'document-too-slow':
      return `The document was given up after the limit of ${problem.limit} seconds.`;
    case 'document-too-heavy':
      return `The document needed more memory than the limit of ${problem.limit} MB.`;
    case 'worker-died':
      return `The worker that analysed the document died: ${problem.detail}.`;
    case 'near-duplicate':
      return `The article is left out as ${Math.round(problem.likeness * 100)} % like ${problem.of}; --keep-duplicates keeps it.`;
  }
}

/** This document cannot be processed; the others can. */
export class ArticleRejected extends Error {
  override readonly name = 'ArticleRejected';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(describe(problem), options);
    this.problem = problem;
  }
}

/** The run cannot start or go on as asked: a bad flag, a missing input, a full disk. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

/** Whether the operating system refused, as for want of room or permission. */
export const isOfTheSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));

/** A stage broke its promise. Always our mistake, never the article's. */
export class StageBug extends Error {
  override readonly name = 'StageBug';

  constructor(stage: string, broken: string, options?: ErrorOptions) {
    super(`${stage}: ${broken}`, options);
  }
}
