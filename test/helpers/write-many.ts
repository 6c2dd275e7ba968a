// Run in a process of its own: writes a workbook of some 205,000 rows and says how many, and the most memory it took in MB.
import { writeWorkbook } from '../../src/6-write/xlsx/workbook.ts';
import { handMade } from './record.ts';

const sentence =
  'The ⟦place:Park⟧ ⟦hedge:may⟧ be ⟦booster:clearly⟧ long enough to look like a real sentence, with words and words.';
const record = handMade({ sentences: Array.from({ length: 40 }, (_, i) => ['pro', `${i} ${sentence}`] as const) });

async function* many() {
  for (let i = 0; i < 1_000; i++)
    yield { ...record, id: `a${i}`, source: { ...record.source, url: `https://example.org/${i}` } };
}

const { rows } = await writeWorkbook(many, () => [], process.argv[2]!);
const count = Object.values(rows).reduce((sum, one) => sum + one, 0);
process.stdout.write(JSON.stringify({ count, megabytes: process.resourceUsage().maxRSS / 1024 }));
