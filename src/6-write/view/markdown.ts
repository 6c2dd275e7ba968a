import type { OpedRecord } from '../../5-record/record.ts';
import { MARKER_KINDS } from '../../article/layers.ts';
import { flat } from './columns.ts';
import {
  authorLine,
  markerWords,
  nameGroups,
  pointsOf,
  pointText,
  quotesOf,
  verdictEvidence,
  verdictLine,
} from './facts.ts';

/** One article taken apart, as Markdown for a note or a wiki. */
export function markdownView(record: OpedRecord): string {
  return [
    `# ${safe(record.title ?? '(no title)')}`,
    [authorLine(record), record.published, record.source.path]
      .filter(Boolean)
      .map((fact) => safe(fact!))
      .join(' · '),
    `**Issue:** ${safe(record.issue.phrase ?? 'none found')}`,
    `**Verdict:** ${verdictLine(record)}`,
    ...verdictEvidence(record).map((words) => `> ${safe(words)}`),
    '## Pro and con',
    balanceTable(record),
    '## Named',
    nameGroups(record)
      .map(({ label, names }) => `- **${label}:** ${safe(names.join('; '))}`)
      .join('\n'),
    '## Stance',
    stanceTable(record),
    '## Who said what',
    quotesOf(record)
      .map(({ speaker, words, kind }) => `- **${safe(speaker)}** (${kind}): ${safe(words)}`)
      .join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Nothing in an article may act as Markdown or HTML. */
const safe = (text: string): string => flat(text).replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

function balanceTable(record: OpedRecord): string {
  const pro = pointsOf(record, 'pro');
  const con = pointsOf(record, 'con');
  const cell = (points: typeof pro, index: number) => (points[index] ? safe(pointText(record, points[index])) : '');
  const rows = Array.from(
    { length: Math.max(pro.length, con.length) },
    (_, i) => `| ${cell(pro, i)} | ${cell(con, i)} |`,
  );
  return ['| Pro | Con |', '|---|---|', ...rows].join('\n');
}

function stanceTable(record: OpedRecord): string {
  const rows = MARKER_KINDS.map((kind) => {
    const { count, perThousand } = record.profile.author.kinds[kind];
    const others = record.profile.other.kinds[kind].count;
    return `| ${kind.replace('_', '-')} | ${count} | ${perThousand.toFixed(1)} | ${others} | ${safe(markerWords(record, kind).join(', '))} |`;
  });
  return ['| kind | author | per 1,000 words | others | words |', '|---|--:|--:|--:|---|', ...rows].join('\n');
}
