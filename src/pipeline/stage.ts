import type { Article } from '../article/article.ts';
import type { LayerName, Layers } from '../article/layers.ts';
import type { Problem } from '../article/problem.ts';

/** One step of a pipeline. It reads the layers it needs and returns the layers it adds; it changes nothing. */
export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  /** Verb-object, as its file: `mark-stance`. */
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly adds: readonly Adds[];
  readonly run: (article: Article<Needs>, report: Report) => Pick<Layers, Adds> | Promise<Pick<Layers, Adds>>;
}

export type Report = (problem: Problem) => void;

/** Writes a stage down, inferring its type from `needs` and `adds`. */
export const stage = <const Needs extends LayerName, const Adds extends LayerName>(
  spec: Stage<Needs, Adds>,
): Stage<Needs, Adds> => spec;
