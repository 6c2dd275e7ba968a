import type { Table } from '../5-record/tables/table.ts';
import type { LayerName } from '../article/layers.ts';
import type { Pipeline } from './pipeline.ts';

/** A pipeline and the tables made of its records. `into` may ask only for layers that `through` adds. */
export interface Run<Has extends LayerName> {
  readonly through: Pipeline<Has>;
  readonly into: readonly Table<Has>[];
}

/** Writes a run down; a table that asks for a layer which no stage adds does not compile. */
export const defineRun = <Has extends LayerName>(run: {
  readonly through: Pipeline<Has>;
  readonly into: readonly Table<NoInfer<Has>>[];
}): Run<Has> => run;
