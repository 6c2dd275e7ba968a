import { analysis } from '../../pipelines/analysis.ts';
import { readInput } from '../../src/1-read/read-input.ts';
import type { OpedRecord, RecordLayer } from '../../src/5-record/record.ts';
import { recordOf } from '../../src/5-record/record-of.ts';

/** Records of real articles, by the pipeline that every use shares; no more than `limit`. */
export async function realRecords(paths: readonly string[], limit = Infinity): Promise<OpedRecord[]> {
  const pipeline = analysis();
  const records: OpedRecord[] = [];
  for (const path of paths) {
    for await (const item of readInput(path)) {
      if (records.length >= limit) return records;
      if (!item.ok) continue;
      const outcome = await pipeline.run(item.article);
      if (outcome.kept) records.push(recordOf<RecordLayer>(outcome.article, outcome.problems));
    }
  }
  return records;
}
